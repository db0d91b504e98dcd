import { type Refusal, refusal } from '../../../base/refusal.ts'
import { isTestFile } from '../../python/test-file.ts'

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
  if (isTestFile(path)) return 4
  if (path.startsWith('src/')) return path.endsWith('/py.typed') ? 2 : 3
  if (path.startsWith('tests/')) return 4
  if (/^(?:examples|bench)\//.test(path)) return 5
  if (path.endsWith('.md') || path.startsWith('docs/') || path.startsWith('LICENSE')) return 7
  return 6
}

const before = (a: Keyed, b: Keyed): boolean => a.rank < b.rank || (a.rank === b.rank && a.path < b.path)

interface Keyed {
  readonly rank: number
  readonly path: string
}

/** Puts an item where it belongs in a sorted list; sorting anew each time would be felt in plans of thousands. */
const insert = <T extends Keyed>(sorted: T[], item: T): void => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = sorted[middle]
    if (there !== undefined && before(there, item)) low = middle + 1
    else high = middle
  }
  sorted.splice(low, 0, item)
}

const findCycle = (left: readonly Ordered[]): readonly string[] => {
  const byRole = new Map(left.map(each => [each.role, each]))
  const walked: Ordered[] = []
  // Everything that is left waits for something that is left, so the walk must come back to itself.
  const next = (at: Ordered) => at.needs.filter(role => role !== at.role).map(role => byRole.get(role))
  for (let at = left[0]; at !== undefined; at = next(at).find(each => each !== undefined)) {
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
    for (const role of needs) {
      const known = waiters.get(role)
      if (known === undefined) waiters.set(role, [each])
      else known.push(each)
    }
  const free: { readonly rank: number; readonly path: string; readonly each: T }[] = []
  const release = (each: T) => insert(free, { rank: rankOf(each.path), path: each.path, each })
  for (const [each, needs] of waitsFor) if (needs.size === 0) release(each)
  const done: T[] = []
  for (let next = free.shift(); next !== undefined; next = free.shift()) {
    done.push(next.each)
    for (const waiter of waiters.get(next.each.role) ?? []) {
      const needs = waitsFor.get(waiter)
      needs?.delete(next.each.role)
      if (needs?.size === 0) release(waiter)
    }
  }
  if (done.length < all.length)
    return refusal('TSQ-PLAN-CYCLE', { cycle: findCycle(all.filter(each => !done.includes(each))) })
  return done
}
