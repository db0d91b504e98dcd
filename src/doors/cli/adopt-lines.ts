import type { Looked } from '../../app/adopt/look.ts'
import { firstFew } from '../../base/first-few.ts'
import { shellWord } from '../../base/shell-word.ts'
import { oneLine } from '../../base/visible.ts'
import type { Change } from '../../core/project/changes.ts'
import { placeText } from '../../core/project/claim.ts'
import { topics } from '../../core/project/topics.ts'
import type { Practice } from '../../ports/practice.ts'
import type { Context } from './context.ts'
import { hanging, twoColumns } from './table.ts'

/** As many of one kind as a person reads; the record holds all of them. */
const most = 12

type Row = readonly [string, string]

const some = (rows: readonly Row[], what: string): readonly Row[] =>
  rows.length <= most
    ? rows
    : [...rows.slice(0, most), ['', `and ${rows.length - most} more ${what}, all in .trysquare/project.yaml`]]

const claimRows = ({ portrait, corrections }: Looked): readonly Row[] => {
  const corrected = new Map(corrections.map(each => [each.topic as string, each] as const))
  const found = (Object.keys(topics) as (keyof typeof topics)[]).flatMap(topic => {
    const right = corrected.get(topic)
    if (right !== undefined) return [[topic, `${right.value}   as ${right.by} says`] as Row]
    const all = portrait.claims.filter(each => each.topic === topic)
    return some(
      all.map(
        (each, index): Row => [index === 0 ? topic : '', `${each.value}   ${placeText(each.place)}  (${each.from})`],
      ),
      'of them',
    )
  })
  return found.map(([topic, text]) => [topic, oneLine(text)])
}

const entryRows = ({ portrait }: Looked): readonly Row[] =>
  some(
    portrait.entries.map((each): Row => {
      const more = [each.group, each.framework].filter(word => word !== undefined).join(', ')
      return [each.kind, oneLine(`${each.name}   ${placeText(each.place)}${more === '' ? '' : `  (${more})`}`)]
    }),
    'ways in',
  )

const section = (title: string, rows: readonly Row[], { out, columns }: Context): readonly string[] =>
  rows.length === 0 ? [] : ['', out.bold(title), ...twoColumns(rows, columns)]

const doubtRows = ({ portrait, record }: Looked): readonly Row[] => [
  ...some(
    portrait.contradictions.map(
      (each): Row => ['disagrees', oneLine(`${each.said}   ${each.places.map(placeText).join('  ')}`)],
    ),
    'contradictions',
  ),
  ...some(
    portrait.unknown.map((each): Row => ['unknown', oneLine(`${topics[each.topic]}: ${each.why}`)]),
    'unknown',
  ),
  ...some(
    record.left_aside.map((each): Row => ['left aside', oneLine(`${each.path}: ${each.what}`)]),
    'left aside',
  ),
]

const practiceRows = ({ practices }: Looked, known: readonly Practice[], { out }: Context): readonly Row[] => {
  const titles = new Map(known.map(each => [each.id, each] as const))
  return practices
    .filter(each => each.outcome === 'not-met' || each.outcome === 'unknown')
    .map((each): Row => {
      const place = each.place === undefined ? '' : `   ${placeText(each.place)}`
      const todo = each.outcome === 'not-met' ? `. ${titles.get(each.id)?.todo ?? ''}` : ''
      const sign = each.outcome === 'not-met' ? out.red('✗') : out.yellow('?')
      return [`${sign} ${each.id}`, oneLine(`${each.said}${place}${todo}`)]
    })
}

/** Everything that was found, for a person to look at. */
export const lookedLines = (context: Context, looked: Looked, known: readonly Practice[]): readonly string[] => {
  const { survey, project, folder, practices } = looked
  const asked = practices.filter(each => each.outcome !== 'beside-the-point')
  const met = asked.filter(each => each.outcome === 'met').length
  const commit =
    survey.head === undefined ? (survey.repository ? 'no commit yet' : 'no git') : `at ${survey.head.slice(0, 12)}`
  return [
    `${context.out.bold(oneLine(project.main.name ?? folder.split('/').at(-1) ?? folder))}  ${oneLine(folder)}  ${commit}, ${project.view.python.size} Python files`,
    ...section('What it is', claimRows(looked), context),
    ...section('Ways in', entryRows(looked), context),
    ...section('What is not clear', doubtRows(looked), context),
    ...section(`Practices: ${met} of ${asked.length} met`, practiceRows(looked, known, context), context),
  ]
}

const changeText = ({ how, what, before, now }: Change): string =>
  how === 'changed'
    ? `${what}: ${before}, now ${now}`
    : how === 'new'
      ? `${what}: ${now} is new`
      : `${what}: ${before} is gone`

/** What differs from the last time. */
export const changeLines = (context: Context, looked: Looked): readonly string[] => {
  if (looked.before === undefined) return []
  if (looked.changes.length === 0) return ['', 'Nothing changed since the last time.']
  return [
    '',
    context.out.bold('Since the last time'),
    ...looked.changes.slice(0, 30).map(each => `  ${oneLine(changeText(each))}`),
  ]
}

/** What to do now: first what is worth doing, then how to keep what was learned. */
export const nextLines = (context: Context, looked: Looked, measured: boolean): readonly string[] => {
  const open = looked.practices.filter(each => each.outcome === 'not-met')
  const keep = looked.survey.repository ? ['git add .trysquare && git commit -m "chore: adopt with Trysquare"'] : []
  const inFolder = looked.folder === process.cwd() ? '' : ` --in ${shellWord(looked.folder)}`
  const trusting = `trysquare${inFolder} adopt --trust   measures what is red today, in a copy; it runs the repository’s code`
  return [
    ...(open.length === 0
      ? []
      : hanging(
          'First  ',
          `${firstFew(
            open.map(each => each.id),
            3,
          )}; \`trysquare explain ${open[0]?.id}\` says why`,
          context.columns,
        )),
    ...keep.map(each => `Keep   ${each}`),
    ...(measured ? [] : [`Next   ${trusting}`]),
  ]
}
