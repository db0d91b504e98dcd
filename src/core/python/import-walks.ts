import type { ImportEdge, ImportGraph, ImportKind } from './import-graph.ts'

/** What happens while a module is loaded. */
export const atLoading: readonly ImportKind[] = ['eager', 'conditional', 'optional']

/** All that happens when a program runs. */
export const atRunning: readonly ImportKind[] = [...atLoading, 'lazy']

/** By which edge each module was reached first, in the order of their distance; the roots by none. */
const reached = (
  graph: ImportGraph,
  roots: readonly string[],
  kinds: readonly ImportKind[],
  next: (module: string) => readonly ImportEdge[],
  end: (edge: ImportEdge) => string,
): ReadonlyMap<string, ImportEdge | undefined> => {
  const found = new Map<string, ImportEdge | undefined>(
    roots.filter(root => graph.modules.has(root)).map(root => [root, undefined]),
  )
  for (const [module] of found)
    for (const edge of next(module)) if (kinds.includes(edge.kind) && !found.has(end(edge))) found.set(end(edge), edge)
  return found
}

/** Every module that is loaded once the roots are, the roots included. */
export const closureOf = (
  graph: ImportGraph,
  roots: readonly string[],
  kinds: readonly ImportKind[] = atLoading,
): ReadonlySet<string> => new Set(reached(graph, roots, kinds, graph.from, edge => edge.to).keys())

/** The shortest way from one of the roots to a module; empty when it is a root, undefined when there is none. */
export const shortestChain = (
  graph: ImportGraph,
  roots: readonly string[],
  to: string,
  kinds: readonly ImportKind[] = atRunning,
): readonly ImportEdge[] | undefined => {
  const found = reached(graph, roots, kinds, graph.from, edge => edge.to)
  if (!found.has(to)) return undefined
  const chain: ImportEdge[] = []
  for (let edge = found.get(to); edge !== undefined; edge = found.get(edge.from)) chain.unshift(edge)
  return chain
}

/** Of the given modules the one that is fewest imports away from a module, going against them; undefined when none leads there. */
export const nearestImporter = (
  graph: ImportGraph,
  module: string,
  among: (importer: string) => boolean,
  kinds: readonly ImportKind[] = atRunning,
): string | undefined => {
  const found = reached(graph, [module], kinds, graph.to, edge => edge.from)
  return [...found.keys()].find(each => each !== module && among(each))
}

interface Visit {
  readonly module: string
  readonly edges: readonly ImportEdge[]
  at: number
}

/**
 * The groups of modules that import each other in a circle, each sorted, found by Tarjan's walk. A module's way up to its packages does
 * not count: Python loads them first.
 */
export const circles = (
  graph: ImportGraph,
  kinds: readonly ImportKind[] = atLoading,
): readonly (readonly string[])[] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const groups: string[][] = []
  const lower = (module: string, value: number) => low.set(module, Math.min(low.get(module) ?? value, value))
  const begin = (module: string): Visit => {
    index.set(module, index.size)
    lower(module, index.get(module) ?? 0)
    stack.push(module)
    onStack.add(module)
    return { module, edges: graph.from(module).filter(each => kinds.includes(each.kind) && each.line > 0), at: 0 }
  }
  const close = (module: string) => {
    const group = stack.splice(stack.lastIndexOf(module))
    for (const each of group) onStack.delete(each)
    if (group.length > 1) groups.push(group.toSorted())
  }
  for (const root of graph.modules.keys()) {
    if (index.has(root)) continue
    // No recursion: a chain of imports may be longer than the stack is deep.
    const open = [begin(root)]
    for (let visit = open.at(-1); visit !== undefined; visit = open.at(-1)) {
      const edge = visit.edges[visit.at]
      visit.at += 1
      if (edge === undefined) {
        open.pop()
        const above = open.at(-1)
        if (above) lower(above.module, low.get(visit.module) ?? 0)
        if (low.get(visit.module) === index.get(visit.module)) close(visit.module)
      } else if (!index.has(edge.to)) open.push(begin(edge.to))
      else if (onStack.has(edge.to)) lower(visit.module, index.get(edge.to) ?? 0)
    }
  }
  return groups.toSorted((a, b) => b.length - a.length || (a[0] ?? '').localeCompare(b[0] ?? ''))
}
