import { firstFew } from '../../../base/first-few.ts'
import type { Done } from '../../python/done.ts'
import type { Reference, Tick } from './tick.ts'

/** What a tree is, as far as a claim can be held against it. */
export interface Ground {
  readonly paths: ReadonlySet<string>
  readonly module: (path: string) => Done | undefined
  /** Paths of the Python files that define such a name; of a dotted one by its end. */
  readonly defining: (name: string) => readonly string[]
  /** Whether any file that is no prose holds the word. */
  readonly mentions: (word: string) => boolean
  /** Why nothing that runs leads to a module; undefined when something does, or nothing can be said. */
  readonly unwired: (path: string) => string | undefined
  /** Files that differ from the base, and the items that were ticked there already; undefined without a base. */
  readonly since?: { readonly changed: ReadonlySet<string>; readonly ticked: (tick: Tick) => boolean }
}

/** A reason why what is marked as done is not. */
export interface Doubt {
  readonly code:
    | 'missing-file'
    | 'missing-symbol'
    | 'missing-test'
    | 'hollow'
    | 'stub'
    | 'asserts-nothing'
    | 'unwired'
    | 'untouched'
    | 'still-there'
  readonly message: string
}

/** What came of one item: `unproved` names nothing that could be looked for. */
export interface Judged {
  readonly tick: Tick
  readonly outcome: 'held' | 'phantom' | 'unproved'
  readonly doubts: readonly Doubt[]
  /** What of it was found. */
  readonly proofs: readonly string[]
}

const isPython = (path: string): boolean => /\.pyi?$/.test(path)
const isTest = (path: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$|(?:^|\/)tests?\//.test(path)

/** The paths of the tree that a reference may mean: the very one, what lies in the folder, or the file of that name. */
const meant = (path: string, { paths }: Ground): readonly string[] => {
  if (paths.has(path)) return [path]
  const below = [...paths].filter(each => each.startsWith(`${path}/`))
  if (below.length > 0) return below
  const named = [...paths].filter(each => each.endsWith(`/${path}`))
  return path.includes('/') && named.length > 1 ? [] : named
}

const doubtsOfFile = (path: string, ground: Ground): readonly Doubt[] => {
  const facts = isPython(path) ? ground.module(path) : undefined
  if (facts === undefined) return []
  if (facts.hollow && !path.endsWith('__init__.py')) return [{ code: 'hollow', message: `${path} defines nothing` }]
  if (isTest(path)) {
    if (path.endsWith('conftest.py') || !/(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)) return []
    const idle = [...facts.tests].filter(([, asserts]) => !asserts).map(([name]) => name)
    if (facts.tests.size === 0) return [{ code: 'asserts-nothing', message: `${path} holds no test` }]
    return idle.length === facts.tests.size
      ? [{ code: 'asserts-nothing', message: `no test of ${path} asserts anything: ${firstFew(idle, 3)}` }]
      : []
  }
  const unwired = ground.unwired(path)
  return [
    ...(facts.functions > 0 && facts.stubs.length === facts.functions
      ? [{ code: 'stub' as const, message: `every function of ${path} is a stub: ${firstFew(facts.stubs, 3)}` }]
      : []),
    ...(unwired === undefined ? [] : [{ code: 'unwired' as const, message: unwired }]),
  ]
}

interface Said {
  readonly doubts: readonly Doubt[]
  readonly proofs: readonly string[]
  /** Files that it is about. */
  readonly files: readonly string[]
}

const nothing: Said = { doubts: [], proofs: [], files: [] }
const doubt = (code: Doubt['code'], message: string): Said => ({ ...nothing, doubts: [{ code, message }] })

const ofSymbol = (name: string, beside: readonly string[], ground: Ground): Said => {
  const last = name.slice(name.lastIndexOf('.') + 1)
  const defining = ground.defining(name)
  if (defining.length === 0)
    return ground.mentions(last)
      ? { ...nothing, proofs: [`${name} is used`] }
      : doubt('missing-symbol', `nothing in the code is called ${name}`)
  const here = defining.filter(path => beside.includes(path))
  const files = here.length > 0 ? here : defining
  const stubs = files.filter(path =>
    ground.module(path)?.stubs.some(each => each === name || each.endsWith(`.${last}`) || each === last),
  )
  return stubs.length === files.length && files.length > 0
    ? { ...doubt('stub', `${name} in ${firstFew(files, 2)} is a stub: it does nothing`), files }
    : { ...nothing, proofs: [`${name} in ${firstFew(files, 2)}`], files }
}

const ofReference = (reference: Reference, beside: readonly string[], ground: Ground): Said => {
  if (reference.kind === 'symbol') return ofSymbol(reference.name, beside, ground)
  const files = meant(reference.path, ground)
  if (files.length === 0) return doubt('missing-file', `there is no ${reference.path}`)
  if (reference.kind === 'path') {
    const doubts = files.length === 1 ? files.flatMap(path => doubtsOfFile(path, ground)) : []
    return { doubts, proofs: doubts.length > 0 ? [] : [firstFew(files, 2)], files }
  }
  const tests = files.flatMap(path => [...(ground.module(path)?.tests ?? [])])
  const found = tests.filter(([name]) => name === reference.name || name.endsWith(`.${reference.name}`))
  if (found.length === 0) return { ...doubt('missing-test', `${reference.path} has no test ${reference.name}`), files }
  return found.every(([, asserts]) => !asserts)
    ? { ...doubt('asserts-nothing', `${reference.text} asserts nothing`), files }
    : { ...nothing, proofs: [reference.text], files }
}

const gone = (references: readonly Reference[], ground: Ground): Said => {
  const left = references.filter(each =>
    each.kind === 'symbol' ? ground.defining(each.name).length > 0 : meant(each.path, ground).length > 0,
  )
  const named = (all: readonly Reference[]): string =>
    firstFew(
      all.map(each => each.text),
      3,
    )
  return left.length === 0
    ? { ...nothing, proofs: [`${named(references)}: gone`] }
    : doubt('still-there', `${named(left)} is still there`)
}

/** Holds one item that is marked as done against the tree. */
export const judged = (tick: Tick, ground: Ground): Judged => {
  const { references, wants } = tick
  if (references.length === 0) return { tick, outcome: 'unproved', doubts: [], proofs: [] }
  const beside = references.flatMap(each => (each.kind === 'symbol' ? [] : meant(each.path, ground)))
  const said = wants === 'gone' ? [gone(references, ground)] : references.map(each => ofReference(each, beside, ground))
  const doubts = said.flatMap(each => each.doubts)
  const files = [...new Set(said.flatMap(each => each.files))]
  const { since } = ground
  const untouched =
    since !== undefined &&
    wants === 'there' &&
    doubts.length === 0 &&
    files.length > 0 &&
    !since.ticked(tick) &&
    !files.some(path => since.changed.has(path))
      ? [
          {
            code: 'untouched' as const,
            message: `it was ticked since the base, and ${firstFew(files, 3)} did not change`,
          },
        ]
      : []
  const all = [...doubts, ...untouched]
  return {
    tick,
    outcome: all.length > 0 ? 'phantom' : 'held',
    doubts: [...new Map(all.map(each => [each.message, each])).values()],
    proofs: [...new Set(said.flatMap(each => each.proofs))],
  }
}
