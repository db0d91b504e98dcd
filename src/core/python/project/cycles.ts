import type { Import } from '../imports.ts'
import type { ProjectNames } from './names.ts'

/** An import that is carried out while its module is loaded, by the file that it loads. */
export interface Edge {
  readonly to: string
  readonly line: number
  readonly column: number
}

interface FileOfImports {
  readonly path: string
  readonly imports: readonly Import[]
}

/** `from . import __version__`: what a package says of itself stands above its imports. */
const isOwnData = ({ names }: Import): boolean => names.length > 0 && names.every(name => /^__\w+__$/.test(name))

/** What each file loads while it is loaded itself; packages that are only on the way to a module do not count. */
export const eagerEdges = (
  files: readonly FileOfImports[],
  names: ProjectNames,
): ReadonlyMap<string, readonly Edge[]> =>
  new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(each => !each.inFunction && !each.typeChecking && !isOwnData(each))
        .flatMap(each => {
          const asked = names.asked(path, each)
          // `from package import module` loads the module; the package was being loaded before.
          const meant = each.names.length > 0 && asked.length === each.names.length + 1 ? asked.slice(0, -1) : asked
          return meant.flatMap(module => {
            const to = names.pathOf(module)
            return to === undefined || to === path ? [] : [{ to, line: each.line, column: each.column }]
          })
        }),
    ]),
  )

/** Groups of files of which each is loaded by every other one: Tarjan’s algorithm, without recursion. */
const groups = (edges: ReadonlyMap<string, readonly Edge[]>): readonly (readonly string[])[] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const onStack = new Set<string>()
  const stack: string[] = []
  const found: string[][] = []
  const lower = (path: string, by: number) => low.set(path, Math.min(low.get(path) ?? by, by))
  const enter = (path: string) => {
    index.set(path, index.size)
    low.set(path, index.size - 1)
    stack.push(path)
    onStack.add(path)
    return { path, next: 0 }
  }
  for (const start of edges.keys()) {
    if (index.has(start)) continue
    const work = [enter(start)]
    while (work.length > 0) {
      const at = work.at(-1) as { readonly path: string; next: number }
      const to = edges.get(at.path)?.[at.next]?.to
      at.next += 1
      if (to !== undefined) {
        if (!index.has(to)) work.push(enter(to))
        else if (onStack.has(to)) lower(at.path, index.get(to) as number)
        continue
      }
      work.pop()
      const above = work.at(-1)
      if (above !== undefined) lower(above.path, low.get(at.path) as number)
      if (low.get(at.path) !== index.get(at.path)) continue
      const group = stack.splice(stack.lastIndexOf(at.path))
      for (const each of group) onStack.delete(each)
      if (group.length > 1) found.push(group)
    }
  }
  return found
}

/** The shortest way from a file back to itself through some files. */
const roundFrom = (
  start: string,
  within: ReadonlySet<string>,
  edges: ReadonlyMap<string, readonly Edge[]>,
): readonly string[] | undefined => {
  const from = new Map<string, string>()
  const queue = [start]
  for (let at = 0; at < queue.length; at += 1) {
    const path = queue[at] as string
    for (const { to } of edges.get(path) ?? []) {
      if (to === start) {
        const way = [path]
        while (way[0] !== start) way.unshift(from.get(way[0] as string) as string)
        return way
      }
      if (!within.has(to) || from.has(to)) continue
      from.set(to, path)
      queue.push(to)
    }
  }
  return undefined
}

/** A larger group is searched from its first members only: one short cycle of it is enough to begin with. */
const searched = 60

/** For each group of files that load one another the shortest cycle of it, beginning with its first file by name. */
export const shortestCycles = (edges: ReadonlyMap<string, readonly Edge[]>): readonly (readonly string[])[] =>
  groups(edges).map(group => {
    const members = group.toSorted()
    const within = new Set(members)
    const rounds = members.slice(0, searched).flatMap(each => {
      const round = roundFrom(each, within, edges)
      return round === undefined ? [] : [round]
    })
    const [best = []] = rounds.toSorted((a, b) => a.length - b.length)
    const first = best.indexOf([...best].toSorted()[0] ?? '')
    return [...best.slice(first), ...best.slice(0, first)]
  })
