import { join, resolve } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { matchesFile } from '../../base/globs.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import type { RulesConfig } from '../../core/documents/config/config-file.ts'
import { type Baseline, baselineOf, baselineSchema, held } from '../../core/gates/rules/baseline.ts'
import type { Found, Inspected } from '../../core/gates/rules/found.ts'
import { packs } from '../../core/gates/rules/packs.ts'
import { judgeProject } from '../../core/gates/rules/project.ts'
import { selected, unknownNames } from '../../core/gates/rules/select.ts'
import { type Silenced, settle } from '../../core/gates/rules/settle.ts'
import type { Rule } from '../../ports/rule.ts'
import { chosenFiles } from '../linting/files.ts'
import { lookAtFiles } from '../linting/lint.ts'
import { ruleProject } from '../linting/project.ts'
import { configOf } from '../settings.ts'
import type { World } from '../world.ts'

/** What is asked of a look. */
export interface CheckAsked {
  /** Absolute; none for the whole project. */
  readonly paths: readonly string[]
  /** What the command line says, which counts instead of what the settings say. */
  readonly select?: readonly string[]
  readonly ignore?: readonly string[]
  /** The file of known findings, absolute; `false` for none, whatever lies there. */
  readonly baseline?: string | false
  /** Writes down all that is found as known. */
  readonly writeBaseline?: boolean
  /** Looks past the rules that the settings leave out: what is measured does not hang on them. */
  readonly whole?: boolean
  /** Keeps nothing for the next time, and reads nothing from the last. */
  readonly forget?: boolean
}

/** What came of a look. */
export interface Checked {
  readonly root: string
  readonly rules: readonly Rule[]
  readonly found: readonly Found[]
  readonly silenced: readonly Silenced[]
  /** Findings that the baseline knows. */
  readonly known: readonly Found[]
  /** Names in the baseline that are found no more. */
  readonly gone: readonly string[]
  readonly baseline: string | undefined
  readonly files: number
  readonly lines: number
  /** How much code each file holds. */
  readonly code: readonly Pick<Inspected, 'path' | 'code'>[]
  /** Texts that are too large for a rule. */
  readonly left: number
  /** Files of which all was known from an earlier look. */
  readonly again: number
}

/** Where a project keeps its known findings, unless it says otherwise. */
export const ordinaryBaseline = '.trysquare/rules-baseline.json'

const refuseUnknown = (
  rules: readonly Rule[],
  names: { select?: readonly string[]; ignore?: readonly string[] },
): void => {
  const [name] = unknownNames(rules, names)
  if (name === undefined) return
  const known = [...packs, ...rules.map(each => each.id)]
  const near = nearest(name, known)
  throw new KnownError('TSQ-UNKNOWN-NAME', {
    kind: 'rule, pack or code',
    name,
    known: [...packs],
    ...(near !== undefined && { nearest: near }),
  })
}

const readBaseline = async (world: World, file: string): Promise<Baseline | undefined> => {
  const text = await world.files.read(file)
  if (text === undefined) return undefined
  try {
    return baselineSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new KnownError('TSQ-BASELINE', {
      file,
      problem: error instanceof Error ? (error.message.split('\n')[0] ?? '') : '',
    })
  }
}

/** Rules that the settings switch off for some paths. */
const switchedOff = ({ per_path = {} }: RulesConfig, rules: readonly Rule[]) => {
  const entries = Object.entries(per_path).map(([glob, names]) => ({
    glob,
    ids: new Set(selected(rules, { select: names }).map(each => each.id)),
  }))
  return (found: Found): boolean =>
    entries.some(({ glob, ids }) => ids.has(found.rule) && matchesFile(glob, found.path))
}

const order = (a: Found, b: Found): number =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

/**
 * Looks at a project, or at parts of it, with the rules alone. Errors: TSQ-CHECK-PATH, TSQ-NO-CHECKS where there is no file or no rule,
 * TSQ-UNKNOWN-NAME, TSQ-CONFIG, TSQ-BASELINE.
 */
export const checkRules = async (world: World, asked: CheckAsked): Promise<Checked> => {
  const all = await world.shelves.rules()
  let settings: RulesConfig = {}
  const { root, paths, tree } = await chosenFiles(world, asked.paths, async folder => {
    settings = (await configOf(world, folder)).rules
    return settings.exclude ?? []
  })
  const names = {
    ...((asked.select ?? settings.select) && { select: asked.select ?? settings.select ?? [] }),
    ignore: [...(asked.whole === true ? [] : (settings.ignore ?? [])), ...(asked.ignore ?? [])],
  }
  refuseUnknown(all, names)
  for (const each of Object.values(settings.per_path ?? {})) refuseUnknown(all, { select: each })
  const rules = selected(all, names)
  if (rules.length === 0) throw new KnownError('TSQ-NO-CHECKS', { what: 'a look with no rule' })
  if (paths.length === 0) throw new KnownError('TSQ-NO-CHECKS', { what: root })

  const texts = new Map<string, string | undefined>()
  for (const name of ['pyproject.toml', 'setup.cfg', 'tox.ini', 'pytest.ini'])
    if (tree.includes(name)) texts.set(name, await world.files.below(root).read(join(root, name)))
  const project = ruleProject(tree, path => texts.get(path))
  const kept =
    asked.forget === true
      ? { find: () => new Map(), keep: () => undefined, close: () => undefined }
      : world.kept('rules')
  const target = `py3${Math.min(Number(project.python.slice(2)), 15)}`
  const looked = await lookAtFiles(world, root, paths, { rules: rules.map(each => each.id), target }, kept)
  kept.close()
  const isOff = switchedOff(asked.whole === true ? {} : settings, all)
  const settled = settle(looked.files, judgeProject(looked.files, rules, project), rules, all)
  const found = settled.found.filter(each => !isOff(each)).toSorted(order)

  const file = asked.baseline === false ? undefined : (asked.baseline ?? resolve(root, ordinaryBaseline))
  if (asked.writeBaseline === true && file !== undefined)
    await world.files.write(file, `${JSON.stringify(baselineOf(found), null, 2)}\n`)
  const baseline = file === undefined ? undefined : await readBaseline(world, file)
  if (baseline === undefined && typeof asked.baseline === 'string')
    throw new KnownError('TSQ-BASELINE', { file: asked.baseline, problem: 'There is no such file' })
  const { fresh, known, gone } = held(found, baseline ?? { version: 1, known: {} })
  return {
    root,
    rules,
    found: fresh,
    silenced: settled.silenced,
    known,
    // Of a look at a part, what is not found elsewhere says nothing.
    gone: asked.paths.length === 0 ? gone : [],
    baseline: baseline === undefined ? undefined : file,
    files: looked.files.length,
    lines: looked.files.reduce((sum, each) => sum + each.lines, 0),
    code: looked.files.map(({ path, code }) => ({ path, code })),
    left: looked.left,
    again: looked.known,
  }
}
