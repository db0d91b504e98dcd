import { holds, type Target } from './condition.ts'
import type { Import } from './imports.ts'
import type { ModuleInterface } from './interface.ts'
import { isPackageFile, moduleNames, relativeTo } from './modules.ts'

/**
 * When an import is carried out: as its module is loaded; only where something holds; so that its failure is borne; when a function is
 * called; never, since only type checkers look at it.
 */
export type ImportKind = 'eager' | 'conditional' | 'optional' | 'lazy' | 'types'

/** That one module asks for another. */
export interface ImportEdge {
  readonly from: string
  readonly to: string
  readonly kind: ImportKind
  /** Where it is written; 0 where a package is loaded because of what lies in it. */
  readonly line: number
}

/** What a file gives to the graph. */
export interface ImportFacts {
  readonly imports: readonly Import[]
  /** The names that the module defines itself: of a package, `from package import name` means them before a module of that name. */
  readonly binds: ReadonlySet<string>
  /** The names in its `__all__`: a star loads those of them that are modules. */
  readonly exported?: readonly string[]
}

/** What the graph takes from a file's imports and its interface. What stands in for a failed import is no definition beside it. */
export const importFacts = (imports: readonly Import[], { members, all }: ModuleInterface): ImportFacts => {
  const imported = new Set(members.filter(each => each.kind === 'import').map(each => each.name))
  const defined = members.filter(each => each.kind !== 'import').map(each => each.name)
  return { imports, binds: new Set(defined.filter(name => !imported.has(name))), ...(all && { exported: all }) }
}

/** Who asks for whom in a project. */
export interface ImportGraph {
  /** Every module, with its path. */
  readonly modules: ReadonlyMap<string, string>
  readonly from: (module: string) => readonly ImportEdge[]
  readonly to: (module: string) => readonly ImportEdge[]
  /** Modules that it asks for and that are not of the project, with the places. */
  readonly outside: (module: string) => readonly ImportEdge[]
}

const weight: Readonly<Record<ImportKind, number>> = { eager: 0, conditional: 1, optional: 2, lazy: 3, types: 4 }

const kindOf = (each: Import, target: Target): ImportKind | undefined => {
  if (each.typeChecking) return 'types'
  const there = holds(each.when, { ...target, typeChecking: false })
  if (there === false) return undefined
  if (each.inFunction) return 'lazy'
  if (each.optional) return 'optional'
  return there === undefined ? 'conditional' : 'eager'
}

/** Every package that leads to a module, and the module. */
const wayTo = (module: string): readonly string[] => {
  const parts = module.split('.')
  return parts.map((_, at) => parts.slice(0, at + 1).join('.'))
}

/** Builds the graph of a project's files for a target. */
export const importGraph = (files: ReadonlyMap<string, ImportFacts>, target: Target): ImportGraph => {
  const modules = new Map<string, string>()
  for (const [path, name] of moduleNames(files.keys())) if (!modules.has(name)) modules.set(name, path)

  /** The module that an import names, and those below it that it names besides; whether it takes anything that is no module. */
  const meant = (own: Parameters<typeof relativeTo>[0], each: Import) => {
    const base = each.level > 0 ? relativeTo(own, each.level, each.module) : each.module
    if (base === undefined || base === '') return undefined
    const source = files.get(modules.get(base) ?? '')
    const isStar = each.names.includes('*')
    const names = isStar ? (source?.exported ?? []) : each.names
    const below = names.filter(name => modules.has(`${base}.${name}`) && (isStar || !source?.binds.has(name)))
    return { base, below: below.map(name => `${base}.${name}`), takes: isStar || below.length < names.length }
  }

  const edges = new Map<string, readonly ImportEdge[]>()
  const outside = new Map<string, readonly ImportEdge[]>()
  for (const [name, path] of modules) {
    const best = new Map<string, ImportEdge>()
    const put = (to: string, kind: ImportKind, line: number) => {
      const known = best.get(to)
      if (to !== name && (!known || weight[kind] < weight[known.kind])) best.set(to, { from: name, to, kind, line })
    }
    for (const each of files.get(path)?.imports ?? []) {
      const kind = kindOf(each, target)
      const found = kind && meant({ name, isPackage: isPackageFile(path) }, each)
      if (!kind || !found) continue
      const { base, below, takes } = found
      // A package that was begun before this module gives its modules, and nothing that it binds itself later.
      const isUp = !takes && name.startsWith(`${base}.`)
      for (const module of isUp ? below : [base, ...below])
        for (const step of wayTo(module))
          if (!name.startsWith(`${step}.`) || (step === base && takes)) put(step, kind, each.line)
    }
    for (const above of wayTo(name).slice(0, -1)) put(above, 'eager', 0)
    const all = [...best.values()]
    edges.set(
      name,
      all.filter(each => modules.has(each.to)),
    )
    outside.set(
      name,
      all.filter(each => !modules.has(each.to)),
    )
  }

  const backwards = Map.groupBy([...edges.values()].flat(), each => each.to)
  return {
    modules,
    from: module => edges.get(module) ?? [],
    to: module => backwards.get(module) ?? [],
    outside: module => outside.get(module) ?? [],
  }
}
