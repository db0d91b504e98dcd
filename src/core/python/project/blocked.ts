import type { CallFact, FunctionFact } from './functions.ts'

interface FileOfFunctions {
  readonly path: string
  readonly functions: readonly FunctionFact[]
}

/** A call in a coroutine that ends in something that waits. */
export interface Blocked {
  readonly path: string
  readonly caller: FunctionFact
  readonly call: CallFact
  /** The functions from the call to what waits, and where that stands. */
  readonly way: readonly string[]
}

interface Known extends FunctionFact {
  readonly path: string
  readonly full: string
}

/** By what each function blocks: the next one on the shortest way, itself where it waits. */
const nextOnTheWay = (all: readonly Known[], target: (call: CallFact) => string): ReadonlyMap<string, string> => {
  const callers = new Map<string, string[]>()
  for (const { full, calls } of all)
    for (const call of calls) {
      const called = target(call)
      const before = callers.get(called)
      if (before === undefined) callers.set(called, [full])
      else before.push(full)
    }
  const next = new Map<string, string>()
  const queue = all.filter(each => each.blocks !== undefined).map(each => each.full)
  for (const name of queue) next.set(name, name)
  const runsAtOnce = new Set(all.map(each => each.full))
  for (let at = 0; at < queue.length; at += 1)
    for (const caller of callers.get(queue[at] ?? '') ?? []) {
      if (next.has(caller) || !runsAtOnce.has(caller)) continue
      next.set(caller, queue[at] ?? '')
      queue.push(caller)
    }
  return next
}

/**
 * The calls in coroutines to ordinary functions of the project that wait, themselves or through others: the first of each coroutine to
 * each function, with the shortest way. Names that two functions have mean neither.
 */
export const blockedBy = (
  files: readonly FileOfFunctions[],
  canonical: (name: string) => string,
): readonly Blocked[] => {
  const all = files.flatMap(({ path, functions }) =>
    functions.map((each): Known => ({ ...each, path, full: canonical(each.name) })),
  )
  const count = Map.groupBy(all, each => each.full)
  const plain = all.filter(each => each.isPlain && !each.isAsync && count.get(each.full)?.length === 1)
  const byName = new Map(plain.map(each => [each.full, each]))
  const target = (call: CallFact) => canonical(call.target)
  const next = nextOnTheWay(plain, target)
  const wayFrom = (name: string): readonly string[] => {
    const known = byName.get(name)
    const after = next.get(name)
    if (known === undefined || after === undefined) return []
    return after === name
      ? [known.symbol, `${known.blocks?.what ?? ''} (${known.path}:${known.blocks?.line ?? 1})`]
      : [known.symbol, ...wayFrom(after)]
  }
  return all
    .filter(each => each.isAsync)
    .flatMap(caller => {
      const seen = new Set<string>()
      return caller.calls.flatMap(call => {
        const called = target(call)
        if (!next.has(called) || seen.has(called)) return []
        seen.add(called)
        return [{ path: caller.path, caller, call, way: wayFrom(called) }]
      })
    })
}
