import { isPublic } from '../interface.ts'
import { isTestFile } from '../test-file.ts'
import type { SourceModule } from './modules-of.ts'
import type { Names } from './names.ts'
import { isClass, type Thing } from './things.ts'

/** One thing that others may use. */
export interface PublicEntry {
  readonly thing: Exclude<Thing, { kind: 'outside' }>
  /** Every public name that leads to it, the shortest first. */
  readonly paths: readonly string[]
}

/** Names that Python or its tools read, and nobody imports. */
const ofPython = new Set([
  '__all__',
  '__annotations__',
  '__builtins__',
  '__dir__',
  '__doc__',
  '__docformat__',
  '__file__',
  '__getattr__',
  '__loader__',
  '__name__',
  '__package__',
  '__path__',
  '__slots__',
  '__spec__',
  '__match_args__',
  '__dataclass_fields__',
  '__hash__',
  '__module__',
  '__qualname__',
  '__test__',
])

/** What is made for annotations or for logging is no offer, whatever its name. */
const tools = /(?:^|\.)(?:TypeVar|ParamSpec|TypeVarTuple|getLogger|get_logger)$/

/** Folders beside a package that hold no part of it. */
const beside = /^(?:tests?|docs?|examples?|benchmarks?|bench|scripts?|tools|setup|noxfile|conftest|fabfile|tasks)$/

/** Whether others may import a module by its name. */
export const isPublicModule = ({ name, path }: Pick<SourceModule, 'name' | 'path'>): boolean =>
  name.split('.').every(part => /^[A-Za-z]\w*$/.test(part) && isPublic(part)) &&
  !beside.test(name.split('.')[0] ?? '') &&
  !/(?:^|\.)(?:tests?|conftest|__main__)(?:\.|$)/.test(name) &&
  !isTestFile(path)

const isOffered = (names: Names, module: SourceModule, name: string): boolean => {
  if (!isPublic(name) || ofPython.has(name)) return false
  const members = names.modules.bound(module.name).names.get(name) ?? []
  if (members.some(each => each.kind === 'class' || each.kind === 'function')) return true
  const imports = members.filter(each => each.kind === 'import')
  if (imports.some(each => each.exported)) return true
  const value = members.find(each => each.kind === 'value')
  // A value beside an import stands in for what could not be imported.
  if (value && imports.length === 0) return !tools.test(value.made?.by ?? '')
  // What a package's `__init__` takes out of the package itself, it does so to offer it.
  const top = module.name.split('.')[0] ?? ''
  return (
    module.isPackage &&
    !module.isStub &&
    imports.some(({ from }) => from.level > 0 || (from.name !== undefined && from.module.split('.')[0] === top))
  )
}

/** The names that a module offers: those that it lists, or else those that it defines and, of a package, brings together. */
export const publicNames = (names: Names, module: SourceModule): readonly string[] =>
  names.modules.exported(module.name) ??
  [...names.modules.bound(module.name).names.keys()].filter(name => isOffered(names, module, name))

const byLength = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1)

/** The names of a class's members that others may use. */
export const publicMembers = (names: Names, thing: Thing): readonly string[] =>
  isClass(thing) ? names.memberNames(thing).filter(name => isPublic(name) && !ofPython.has(name)) : []

/**
 * What a project offers: each thing under its own qualified name, with every public name that leads to it. Members of classes are
 * there too, inherited ones under the class that defines them.
 */
export const publicApi = (names: Names): ReadonlyMap<string, PublicEntry> => {
  const found = new Map<string, { thing: PublicEntry['thing']; paths: Set<string> }>()
  const put = (thing: Thing | undefined, path: string, within: ReadonlySet<string>): void => {
    if (thing === undefined || thing.kind === 'outside') return
    const known = found.get(thing.name)
    if (known) known.paths.add(path)
    else found.set(thing.name, { thing, paths: new Set([path]) })
    // Classes that name each other make endless paths.
    if (!isClass(thing) || within.has(thing.name) || within.size >= 4) return
    for (const name of publicMembers(names, thing))
      put(names.classMember(thing, name), `${path}.${name}`, new Set([...within, thing.name]))
  }
  for (const module of names.modules.all.values()) {
    if (!isPublicModule(module)) continue
    put(names.module(module.name), module.name, new Set())
    for (const name of publicNames(names, module)) {
      const thing = names.attribute(module.name, name)
      // A submodule has its own name.
      if (thing?.kind !== 'module') put(thing, `${module.name}.${name}`, new Set())
    }
  }
  return new Map(
    [...found].map(([name, { thing, paths }]) => [name, { thing, paths: [...paths].toSorted(byLength) }] as const),
  )
}
