import { type Refusal, refusal } from '../../../base/refusal.ts'

/** Something that is made after other things. */
export interface Ordered {
  readonly role: string
  readonly path: string
  readonly needs: readonly string[]
}

/**
 * Where files belong when nothing else decides: packaging and configuration first, then code, its tests, examples, the
 * workshop around them, and documentation last.
 */
const rankOf = (path: string): number => {
  if (path === 'pyproject.toml') return 0
  if (/(?:^|\/)[^/]*\.lock$/.test(path) || path.startsWith('requirements')) return 1
  if (path.startsWith('src/')) return path.endsWith('/py.typed') ? 2 : 3
  if (path.startsWith('tests/')) return 4
  if (path.startsWith('examples/')) return 5
  if (path.endsWith('.md') || path.startsWith('docs/') || path.startsWith('LICENSE')) return 7
  return 6
}

const before = (a: Ordered, b: Ordered): number => rankOf(a.path) - rankOf(b.path) || (a.path < b.path ? -1 : 1)

const findCycle = (left: readonly Ordered[]): readonly string[] => {
  const byRole = new Map(left.map(each => [each.role, each]))
  const walked: Ordered[] = []
  // Everything that is left waits for something that is left, so the walk must come back to itself.
  for (
    let at = left[0];
    at !== undefined;
    at = at.needs.map(role => byRole.get(role)).find(each => each !== undefined)
  ) {
    const seen = walked.indexOf(at)
    if (seen >= 0) return [...walked.slice(seen), at].map(each => each.path)
    walked.push(at)
  }
  return []
}

/**
 * A stable topological order: whatever is needed comes first; among those that are free, by rank and then by path. Needs that
 * name nothing in the list are ignored. Refuses a cycle, by name.
 */
export const inOrder = <T extends Ordered>(all: readonly T[]): readonly T[] | Refusal<'TSQ-PLAN-CYCLE'> => {
  const roles = new Set(all.map(each => each.role))
  const waitsFor = new Map(
    all.map(each => [each, new Set(each.needs.filter(role => roles.has(role) && role !== each.role))]),
  )
  const waiters = new Map<string, T[]>()
  for (const [each, needs] of waitsFor)
    for (const role of needs) waiters.set(role, [...(waiters.get(role) ?? []), each])
  const free = all.filter(each => waitsFor.get(each)?.size === 0).toSorted(before)
  const done: T[] = []
  for (let next = free.shift(); next !== undefined; next = free.shift()) {
    done.push(next)
    const released: T[] = []
    for (const waiter of waiters.get(next.role) ?? []) {
      const needs = waitsFor.get(waiter)
      needs?.delete(next.role)
      if (needs?.size === 0) released.push(waiter)
    }
    if (released.length > 0) free.splice(0, free.length, ...[...free, ...released].toSorted(before))
  }
  if (done.length < all.length)
    return refusal('TSQ-PLAN-CYCLE', { cycle: findCycle(all.filter(each => !done.includes(each))) })
  return done
}
