import { type CheckAsked, type Checked, checkRules } from '../../../app/use-cases/check.ts'
import { mendFiles } from '../../../app/use-cases/mend.ts'
import { watchFiles } from '../../../app/use-cases/watch.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { githubAnnotations } from '../../../core/documents/findings/github.ts'
import { sarif } from '../../../core/documents/findings/sarif.ts'
import { counted } from '../../../core/documents/report/words.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { foundLines } from '../found-lines.ts'
import { hanging, twoColumns } from '../table.ts'

/** What the command line says. */
export interface CheckOptions {
  readonly select?: string | undefined
  readonly ignore?: string | undefined
  readonly format?: string | undefined
  readonly baseline?: string | boolean | undefined
  readonly writeBaseline?: boolean | undefined
  readonly fix?: boolean | undefined
  readonly unsafe?: boolean | undefined
  readonly watch?: boolean | undefined
  readonly explain?: boolean | undefined
  readonly statistics?: boolean | undefined
  readonly zen?: boolean | undefined
  readonly showSilenced?: boolean | undefined
  readonly cache?: boolean | undefined
}

const formats = ['text', 'json', 'sarif', 'github'] as const
type Format = (typeof formats)[number]

const formatOf = ({ json }: Context, { format = json ? 'json' : 'text' }: CheckOptions): Format => {
  const known = formats.find(each => each === format)
  if (known === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'format', name: format, known: [...formats] })
  return known
}

const listed = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(',')
    .map(each => each.trim())
    .filter(each => each !== '')

const summary = (context: Context, checked: Checked): string => {
  const { found, silenced, known, gone, rules, files, left } = checked
  const safe = found.filter(each => each.mend?.safety === 'safe').length
  const parts = [
    found.length === 0
      ? context.out.green('Nothing found')
      : context.out.red(
          `${counted(found.length, 'finding')} in ${counted(new Set(found.map(each => each.path)).size, 'file')}`,
        ),
    ...(safe === 0 ? [] : [`${safe} can be mended with --fix`]),
    ...(silenced.length === 0 ? [] : [`${silenced.length} silenced with a reason`]),
    ...(known.length === 0 ? [] : [`${known.length} known before`]),
    ...(gone.length === 0 ? [] : [`${gone.length} of the baseline gone: write it anew with --write-baseline`]),
    ...(left === 0 ? [] : [`${counted(left, 'text')} over 1 MB left out`]),
  ]
  return `${parts.join('; ')} (${counted(rules.length, 'rule')}, ${counted(files, 'file')}).`
}

const statistics = ({ found }: Checked): readonly (readonly [string, string])[] =>
  [...Map.groupBy(found, each => each.rule)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([rule, all]) => [String(all.length), rule])

const pages = (context: Context, { found, rules }: Checked): readonly string[] => {
  const names = new Set(found.map(each => each.rule))
  return rules
    .filter(each => names.has(each.id))
    .flatMap(each => [
      '',
      context.out.bold(each.id),
      ...hanging('  ', each.what, context.columns),
      ...hanging('  Why  ', each.why, context.columns),
      ...hanging('  Fix  ', each.fix, context.columns),
    ])
}

const text = (context: Context, options: CheckOptions, checked: Checked): readonly string[] => [
  ...(options.statistics === true
    ? twoColumns(statistics(checked), context.columns)
    : checked.found.flatMap(each => [...foundLines(each, context.out, context.columns), ''])),
  ...(options.showSilenced === true
    ? checked.silenced.map(
        ({ found, reason }) => `${found.path}:${found.line ?? 1}  ${found.rule}  silenced: ${reason}`,
      )
    : []),
  ...(options.explain === true ? [...pages(context, checked), ''] : []),
  summary(context, checked),
]

const json = ({ world }: Context, checked: Checked): string =>
  JSON.stringify(
    {
      version: 1,
      trysquare: world.version,
      root: checked.root,
      files: checked.files,
      lines: checked.lines,
      rules: checked.rules.length,
      found: checked.found,
      silenced: checked.silenced.map(({ found, reason }) => ({ ...found, reason })),
      known: checked.known,
      gone: checked.gone,
    },
    null,
    2,
  )

const print = (context: Context, options: CheckOptions, checked: Checked): void => {
  switch (formatOf(context, options)) {
    case 'json':
      return context.print(json(context, checked))
    case 'sarif':
      return context.print(sarif({ version: context.world.version, ...checked }))
    case 'github':
      return context.print(...[githubAnnotations(checked.found)].filter(each => each !== ''))
    default:
      return context.print(...text(context, options, checked))
  }
}

const askedOf = (context: Context, paths: readonly string[], options: CheckOptions): CheckAsked => {
  const [select, ignore] = [listed(options.select), listed(options.ignore)]
  return {
    paths: paths.map(context.typed),
    ...(select !== undefined && { select }),
    ...(ignore !== undefined && { ignore }),
    ...(options.baseline === false && { baseline: false as const }),
    ...(typeof options.baseline === 'string' && { baseline: context.typed(options.baseline) }),
    writeBaseline: options.writeBaseline === true,
    forget: options.cache === false,
  }
}

const once = async (context: Context, asked: CheckAsked, options: CheckOptions): Promise<number> => {
  const first = await checkRules(context.world, asked)
  const mended = options.fix === true ? await mendFiles(context.world, first, options.unsafe === true) : []
  if (mended.length > 0 && !context.json)
    context.warn(
      `Mended ${counted(
        mended.reduce((sum, each) => sum + each.times, 0),
        'finding',
      )} in ${counted(mended.length, 'file')}.`,
    )
  const checked = mended.length === 0 ? first : await checkRules(context.world, asked)
  print(context, options, checked)
  return checked.found.length === 0 ? exitCodes.fine : exitCodes.findings
}

/** `trysquare check`. */
export const check = async (context: Context, paths: readonly string[], options: CheckOptions): Promise<number> => {
  const asked = askedOf(context, paths, options)
  formatOf(context, options)
  if (options.zen === true) return (await import('./zen.ts')).zen(context, asked)
  const code = await once(context, asked, options)
  if (options.watch !== true) return code
  const { root } = await checkRules(context.world, asked)
  for await (const changed of watchFiles(context.world, root)) {
    context.print('', context.out.dim(`${new Date().toLocaleTimeString()}  ${changed}`))
    try {
      await once(context, asked, options)
    } catch (error) {
      if (!(error instanceof KnownError)) throw error
      context.error(error)
    }
  }
  return exitCodes.fine
}
