import { KnownError, refuse } from '../base/errors/known-error.ts'
import { NestedTooDeeply } from '../base/errors/nested-too-deeply.ts'
import { isRefusal, type Place, type Refusal, refusal } from '../base/refusal.ts'
import { featuresOf } from '../core/design/answers/complete.ts'
import { makesKind, undelivered } from '../core/design/answers/delivered.ts'
import { guidedConflict } from '../core/design/answers/guided.ts'
import { noChoice, type Read, refusalsOf } from '../core/design/answers/issues.ts'
import { moduleNameProblem } from '../core/design/answers/names.ts'
import { readAnswers } from '../core/design/answers/read.ts'
import type { Given } from '../core/design/answers/schema.ts'
import { type SoundPart, soundPart } from '../core/design/answers/sound-part.ts'
import { missing } from '../core/design/answers/stages.ts'
import type { Guided } from '../core/design/answers/types.ts'
import { parseTree } from '../core/design/tree/parse.ts'
import { readAnswersText } from '../core/documents/answers-file.ts'
import { interfaceOf } from '../core/python/interface-of.ts'
import { isTooDeep } from '../core/python/nodes.ts'
import { syntaxErrorsOf } from '../core/python/syntax-errors.ts'
import type { Backbone } from '../ports/backbone.ts'
import type { Grammar } from '../ports/grammar.ts'
import { unplannable } from './unplannable.ts'
import type { World } from './world.ts'

type Keys = readonly (string | number)[]
type Component = NonNullable<Given['components']>[number]
type PlaceOf = (path: Keys) => Place

const tooDeep = 'It is nested too deeply to be read.'

/** Why a stub cannot be what a file is held against; one that names nothing would be kept by any file. */
export const stubProblem = (grammar: Grammar, stub: string): string | undefined => {
  try {
    const [error] = grammar.parsing(stub, syntaxErrorsOf)
    if (error !== undefined) return `It is not Python: line ${error.line}, ${error.message}.`
    if (grammar.parsing(stub, isTooDeep)) return tooDeep
    const { members } = grammar.parsing(stub, root => interfaceOf(root, () => true))
    return members.length === 0 ? 'It names no function, class or value.' : undefined
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return tooDeep
  }
}

const optionProblems = (unit: Backbone, component: Component, index: number, placeOf: PlaceOf): readonly Refusal[] => {
  const value = component.options ?? {}
  const read = unit.options.safeParse(value)
  const about: Read = {
    value,
    schema: unit.options,
    below: ['components', index, 'options'],
    placeOf,
    because: () => `A ${unit.id} knows no other.`,
    todo: `Change it, or take it out; \`trysquare explain ${unit.id}\` says what there is.`,
    see: unit.id,
  }
  return read.success ? [] : read.error.issues.flatMap(issue => refusalsOf(issue, about))
}

const componentProblems = async (world: World, given: Given, placeOf: PlaceOf): Promise<readonly Refusal[]> => {
  const backbones = await world.shelves.backbones()
  const found: Refusal[] = []
  for (const [index, component] of (given.components ?? []).entries()) {
    const at = `components[${index}]`
    const unit = backbones.find(each => each.id === component.kind)
    if (unit === undefined) {
      const ids = backbones.map(each => each.id)
      const made = ids.filter(each => makesKind(given.intake?.purpose, each))
      const because = 'A backbone makes each kind of component.'
      found.push(noChoice(`${at}.kind`, component.kind, { ids, made, because }, placeOf(['components', index, 'kind'])))
      continue
    }
    if (component.name.length > (unit.longestName ?? component.name.length))
      found.push(
        refusal(
          'TSQ-COMPONENT',
          {
            path: `${at}.name`,
            reason: `It has ${component.name.length} letters; classes, routes and tables of a ${unit.id} are called after it.`,
            todo: `Choose a name of at most ${unit.longestName} letters.`,
          },
          placeOf(['components', index, 'name']),
        ),
      )
    const unfit = unit.nameProblem?.(component.name)
    if (unfit !== undefined)
      found.push(
        refusal(
          'TSQ-COMPONENT',
          { path: `${at}.name`, reason: unfit, todo: 'Give it another name.' },
          placeOf(['components', index, 'name']),
        ),
      )
    const misplaced = pathProblem(component, given.intake?.package_name)
    if (misplaced !== undefined)
      found.push(
        refusal(
          'TSQ-COMPONENT',
          {
            path: `${at}.path`,
            reason: misplaced,
            todo: 'Write a path such as src/package/module.py, or leave it out.',
          },
          placeOf(['components', index, 'path']),
        ),
      )
    found.push(...optionProblems(unit, component, index, placeOf))
    if (component.kind === 'custom' && (component.interface ?? '').trim() === '') {
      const { name, does } = component
      found.push(refusal('TSQ-STUB-NEEDED', { path: `${at}.interface`, name, does }, placeOf(['components', index])))
    } else if (component.interface !== undefined) {
      const { grammar } = await world.embedded()
      const reason = stubProblem(grammar, component.interface)
      if (reason !== undefined)
        found.push(
          refusal(
            'TSQ-COMPONENT',
            {
              path: `${at}.interface`,
              reason,
              todo: 'Mend the stub; signatures end in `: ...`.',
            },
            placeOf(['components', index, 'interface']),
          ),
        )
    }
    if (component.name === given.intake?.package_name || ['test', 'tests'].includes(component.name)) {
      const reason = `A module named ${component.name} would be taken for the package or for its tests.`
      found.push(
        refusal(
          'TSQ-COMPONENT',
          { path: at, reason, todo: 'Give it another name.' },
          placeOf(['components', index, 'name']),
        ),
      )
    }
    if ((given.components ?? []).findIndex(each => each.name === component.name) !== index) {
      found.push(
        refusal(
          'TSQ-COMPONENT',
          { path: at, reason: `There is another component named ${component.name}.`, todo: 'Give it another name.' },
          placeOf(['components', index, 'name']),
        ),
      )
    }
  }
  return found
}

/** Where a component's code may lie; a custom one may be any Python file, since its doer makes it. */
const pathProblem = ({ kind, path }: Component, own: string | undefined): string | undefined => {
  if (path === undefined) return undefined
  const [, folders, file] = /^(.*?)([^/]+)$/.exec(path) ?? []
  if (!path.endsWith('.py')) return 'It is not a Python file.'
  const parts = [...(folders ?? '').split('/').filter(Boolean), (file ?? '').replace(/\.py$/, '')]
  const odd = parts.find(each => moduleNameProblem(each) !== undefined && each !== '__init__' && each !== '__main__')
  if (kind === 'custom' && parts[0] !== 'src') return undefined
  if (own !== undefined && (parts[0] !== 'src' || parts[1] !== own || parts.length < 3))
    return `It does not lie in the package: its path begins with src/${own}/.`
  return odd === undefined ? undefined : `Nobody could import it: ${moduleNameProblem(odd)}`
}

const treeProblem = (given: Given, placeOf: PlaceOf): readonly Refusal[] => {
  if (given.structure?.mode !== 'tree' || given.structure.tree === undefined) return []
  const files = parseTree(given.structure.tree)
  if (!isRefusal(files)) return []
  const start = placeOf(['structure', 'tree'])
  // The drawing begins on the line below its key.
  return [
    { ...files, place: { ...start, ...(start.line !== undefined && { line: start.line + (files.place?.line ?? 0) }) } },
  ]
}

/** What cannot be planned, such as a component beside the rest of the project, or a drawn file that nobody makes; only whole answers show it. */
const planProblem = async (world: World, given: Given, placeOf: PlaceOf): Promise<readonly Refusal[]> => {
  const refused = await unplannable(world, given)
  if (refused === undefined) return []
  if (refused.code === 'TSQ-ANSWERS-INVALID') {
    const { path } = refused.data as { readonly path: string }
    return [{ ...refused, place: placeOf(path.split('.')) }]
  }
  const { data } = refused
  const at = (given.components ?? []).findIndex(each => 'path' in data && data.path === `component ${each.name}`)
  const keys: Keys =
    at !== -1
      ? ['components', at, 'name']
      : given.structure?.mode === 'tree' && refused.code !== 'TSQ-COMPONENT'
        ? ['structure', 'tree']
        : ['components']
  return [{ ...refused, place: placeOf(keys) }]
}

/** A tree that six answers build, and features that the same file answers NO. */
const guidedProblem = (given: Given, placeOf: PlaceOf): readonly Refusal[] => {
  const guided = given.structure?.mode === 'guided' ? given.structure.guided : undefined
  const answered = given.features !== undefined || given.approvals?.features !== undefined
  if (guided === undefined || !answered || missing('structure', given).length > 0) return []
  const refused = guidedConflict(guided as Guided, featuresOf(given), given.intake?.purpose)
  return refused === undefined ? [] : [{ ...refused, place: placeOf(refused.data.path.split('.')) }]
}

/** Everything that is wrong with answers that have the right shape: what is not delivered, components, the drawn tree. */
export const problemsOf = async (
  world: World,
  given: Given,
  placeOf: PlaceOf = () => ({}),
  /** The sections of which something was left out, since it has no right shape; what needs them whole is not looked at. */
  faulty: ReadonlySet<string> = new Set(),
): Promise<readonly Refusal[]> => {
  const areWhole = !['intake', 'structure', 'features'].some(each => faulty.has(each))
  const found = [
    ...undelivered(given).map(({ path, refusal: refused }) => ({ ...refused, place: placeOf(path) })),
    ...treeProblem(given, placeOf),
    ...(areWhole ? guidedProblem(given, placeOf) : []),
    ...(await componentProblems(world, given, placeOf)),
  ]
  return found.length > 0 || faulty.size > 0 ? found : planProblem(world, given, placeOf)
}

/** An answers file whose every key and value has its right shape, and where each of them stands. */
interface ReadFile {
  readonly given: Given
  readonly placeOf: PlaceOf
}

const refuseAll = (problems: readonly Refusal[]): void => {
  const [first, ...more] = problems
  if (first === undefined) return
  const others = more.map(each => new KnownError(each.code, each.data, each.place))
  throw new KnownError(first.code, first.data, first.place, others)
}

/** What else is wrong with answers of which some have no right shape. */
type Beside = (part: SoundPart, placeOf: PlaceOf) => Promise<readonly Refusal[]> | readonly Refusal[]

const readFile = async (world: World, path: string, shown: string, beside: Beside): Promise<ReadFile> => {
  const text = await world.files.read(path, 1_000_000)
  // Whole: with --in a relative name is looked for in another folder than the one that the person sees.
  if (text === undefined) throw new KnownError('TSQ-ANSWERS-NONE', { file: path })
  // Editors on Windows put a byte order mark in front.
  const read = readAnswersText(text.replace(/^\ufeff/, ''), shown)
  if (isRefusal(read)) return refuse(read)
  const placeOf: PlaceOf = keys => {
    const line = read.lineOf(keys)
    return { file: shown, ...(line !== undefined && { line }) }
  }
  const given = readAnswers(read.value, placeOf)
  if (Array.isArray(given)) {
    // What can be told of the rest is told with it: a person mends a file once.
    refuseAll([...(given as readonly Refusal[]), ...(await beside(soundPart(read.value), placeOf))])
  }
  return { given: given as Given, placeOf }
}

/**
 * Reads an answers file that something will be made from, and refuses it whole at its first problem, before anything is written.
 * Everything else that is wrong goes with it.
 */
export const loadAnswers = async (world: World, path: string, shown: string): Promise<Given> => {
  const beside: Beside = ({ sound, faulty }, at) => problemsOf(world, sound, at, faulty)
  const { given, placeOf } = await readFile(world, path, shown, beside)
  refuseAll(await problemsOf(world, given, placeOf))
  return given
}

/** What keeps a design from being looked at: a drawing that cannot be read, options that a kind of component does not have. */
const designProblems = async (world: World, given: Given, placeOf: PlaceOf): Promise<readonly Refusal[]> => [
  ...treeProblem(given, placeOf),
  ...(await componentProblems(world, given, placeOf)).filter(
    ({ data }) => 'path' in data && data.path.includes('].options'),
  ),
]

/** Reads an answers file to look at its design only: choices that are not delivered yet are choices all the same. */
export const loadDesign = async (world: World, path: string, shown: string): Promise<Given> => {
  const { given, placeOf } = await readFile(world, path, shown, ({ sound }, at) => designProblems(world, sound, at))
  refuseAll(await designProblems(world, given, placeOf))
  return given
}
