import type { Target } from '../condition.ts'
import { holds } from '../condition.ts'
import type { ExportStep, ImportMember, Member, ModuleInterface } from '../interface.ts'
import { isPackageFile, moduleNames, relativeTo } from '../modules.ts'
import { bounded } from './bounded.ts'

/** The files of a project; each is read when something in it is asked for. */
export interface Sources {
  readonly paths: Iterable<string>
  readonly read: (path: string) => ModuleInterface
}

/** A module with what its text offers. */
export interface SourceModule {
  readonly name: string
  readonly path: string
  readonly isPackage: boolean
  readonly isStub: boolean
  readonly facts: ModuleInterface
}

/** What a module binds: every name with all that is said of it, in order; and where stars lead that cannot be followed. */
export interface Bound {
  readonly names: ReadonlyMap<string, readonly Member[]>
  readonly stars: readonly string[]
}

/** The modules of a project, and what each binds and exports. */
export interface Modules {
  readonly target: Target
  readonly all: ReadonlyMap<string, SourceModule>
  readonly bound: (module: string) => Bound
  /** The names in `__all__`; undefined when there is none, or when it cannot be told. */
  readonly exported: (module: string) => readonly string[] | undefined
  /** The module that a file is; undefined when another file of its name goes before it. */
  readonly moduleAt: (path: string) => string | undefined
  /** The absolute name of what an import in a module means. */
  readonly meant: (module: string, from: ImportMember['from']) => string
}

const nothing: Bound = { names: new Map(), stars: [] }

/** Source goes before a stub of the same name: it is what runs. */
const indexed = ({ paths, read }: Sources): ReadonlyMap<string, SourceModule> => {
  const all = new Map<string, SourceModule>()
  for (const [path, name] of moduleNames(paths)) {
    if (all.has(name)) continue
    const isStub = path.endsWith('.pyi')
    all.set(name, {
      name,
      path,
      isPackage: isPackageFile(path),
      isStub,
      get facts() {
        return read(path)
      },
    })
  }
  return all
}

/** Reads what each module binds and exports, stars and the `__all__` of others followed; each is worked out once. */
export const modulesOf = (sources: Sources, target: Target): Modules => {
  const all = indexed(sources)
  const bounds = new Map<string, Bound>()
  const exports = new Map<string, readonly string[] | undefined>()

  const meant = (module: string, { module: named, level }: ImportMember['from']): string => {
    if (level === 0) return named
    const own = all.get(module)
    return (own && relativeTo(own, level, named)) ?? `${'.'.repeat(level)}${named}`
  }

  /** What a star takes from a module: what it exports, or every public name; of a stub only what is offered again. */
  const starred = (module: SourceModule): readonly string[] => {
    const listed = exported(module.name)
    if (listed) return listed
    return [...bound(module.name).names]
      .filter(([name]) => !name.startsWith('_'))
      .filter(([, members]) => !module.isStub || members.some(each => each.kind !== 'import' || each.exported))
      .map(([name]) => name)
  }

  const read = (module: SourceModule): Bound => {
    const names = new Map<string, Member[]>()
    const stars: string[] = []
    const put = (name: string, member: Member) => {
      const known = names.get(name)
      if (known) known.push(member)
      else names.set(name, [member])
    }
    for (const member of module.facts.members) {
      if (member.kind !== 'import' || member.name !== '*') {
        put(member.name, member)
        continue
      }
      if (holds(member.when, target) === false) continue
      const source = all.get(meant(module.name, member.from))
      if (!source) {
        stars.push(meant(module.name, member.from))
        continue
      }
      for (const name of starred(source))
        put(name, { ...member, name, exported: true, from: { module: source.name, level: 0, name } })
    }
    return { names, stars }
  }

  const bound = bounded(
    (name: string): Bound => {
      const known = bounds.get(name)
      if (known) return known
      const module = all.get(name)
      if (!module) return nothing
      // Whoever asks in a circle sees what is written in the file itself.
      bounds.set(name, nothing)
      const made = read(module)
      bounds.set(name, made)
      return made
    },
    () => nothing,
  )

  /** The module that a name in a file stands for, as far as its imports say. */
  const moduleCalled = (module: string, called: string): string | undefined => {
    const [first = '', ...rest] = called.split('.')
    const member = all.get(module)?.facts.members.findLast(each => each.kind === 'import' && each.name === first)
    if (member?.kind !== 'import') return undefined
    const base = meant(module, member.from)
    const of = member.from.name === undefined ? base : `${base}${base.endsWith('.') ? '' : '.'}${member.from.name}`
    return [of, ...rest].join('.')
  }

  const listedBy = (module: string, step: ExportStep): readonly string[] | undefined => {
    if (step.open) return undefined
    const others = step.of.map(called => {
      const of = moduleCalled(module, called)
      return of === undefined ? undefined : exported(of)
    })
    return others.every(each => each !== undefined) ? [...step.names, ...others.flat()] : undefined
  }

  const exported = bounded(
    (name: string): readonly string[] | undefined => {
      if (exports.has(name)) return exports.get(name)
      const module = all.get(name)
      exports.set(name, undefined)
      let names: ReadonlySet<string> | undefined
      for (const step of module?.facts.exports ?? []) {
        if (holds(step.when, target) === false) continue
        const said = listedBy(name, step)
        if (!said) {
          names = undefined
          break
        }
        names =
          step.does === 'set'
            ? new Set(said)
            : step.does === 'add'
              ? new Set([...(names ?? []), ...said])
              : new Set([...(names ?? [])].filter(each => !said.includes(each)))
      }
      const listed = names && [...names]
      exports.set(name, listed)
      return listed
    },
    () => undefined,
  )

  const byPath = new Map([...all.values()].map(each => [each.path, each.name] as const))

  return { target, all, bound, exported, meant, moduleAt: path => byPath.get(path) }
}
