import type { FunctionMember, Parameter } from '../interface.ts'
import { additive, breaking, internal, type Said } from './change.ts'
import { parameterChanges } from './compatible.ts'
import type { FunctionGroup } from './groups.ts'
import { asGiven } from './special-methods.ts'
import { narrowed } from './subtypes.ts'
import type { Definition } from './things.ts'

/** How a function is called: its parameters without the receiver, which nobody gives. */
export interface Callable {
  readonly member: FunctionMember
  readonly parameters: readonly Parameter[]
}

const asCalled = (member: FunctionMember, binding: Definition['binding']): Callable => {
  const [first] = member.parameters
  const hasReceiver = binding !== undefined && binding !== 'static'
  const given = hasReceiver && first?.kind !== 'variable positional' ? member.parameters.slice(1) : member.parameters
  return { member, parameters: asGiven(member.name, given) }
}

/** Every way in which a function may be called. */
export const callables = (group: FunctionGroup, binding: Definition['binding']): readonly Callable[] =>
  group.signatures.map(each => asCalled(each, binding))

const awaited = /^(?:Awaitable|Coroutine|Future|Task|Any)\b/

/** A call of it must be awaited; undefined where only whoever wrote it knows. */
const isAwaited = ({ member }: Callable): boolean | undefined => {
  if (member.async) return member.yields !== true
  if (member.returns === undefined) return undefined
  return awaited.test(member.returns) ? undefined : false
}

const asyncChanges = (old: Callable, now: Callable): readonly Said[] => {
  if (old.member.async === now.member.async || isAwaited(old) === isAwaited(now)) return []
  const [before, after] = [isAwaited(old), isAwaited(now)]
  // What has no annotation may return something to be awaited, in a stub as well as in source.
  if (before === undefined && old.member.returns !== undefined) return []
  if (after === undefined && now.member.returns !== undefined) return []
  return [
    now.member.async
      ? breaking(
          'async-changed',
          'must be awaited now',
          'Keep it as it was, and offer the async one under another name.',
        )
      : breaking(
          'async-changed',
          'can no longer be awaited',
          'Keep it async, or return something that can be awaited.',
        ),
  ]
}

const returnChanges = ({ member: old }: Callable, { member: now }: Callable): readonly Said[] => {
  if (old.returns === undefined || now.returns === undefined || old.returns === now.returns) return []
  // Nobody relies on getting nothing.
  if (old.returns === 'None') return []
  return narrowed(now.returns, old.returns)
    ? [
        breaking(
          'return-type-changed',
          `returns "${now.returns}"; it was "${old.returns}"`,
          `Return "${old.returns}" as before.`,
          'medium',
        ),
      ]
    : [internal('return-type-changed', `returns "${now.returns}"; it was "${old.returns}"`)]
}

const callChanges = (old: Callable, now: Callable): readonly Said[] => [
  ...asyncChanges(old, now),
  ...parameterChanges(old.parameters, now.parameters),
  ...returnChanges(old, now),
]

/** How far one signature is from another: what breaks counts, and of two the one that lacks something is the farther. */
const distance = (changes: readonly Said[]): number => {
  const breaks = changes.filter(each => each.effect === 'breaking')
  return breaks.length * 2 + (breaks.some(each => each.kind === 'parameter-removed') ? 1 : 0)
}

/** Of several signatures none needs to take every type, as long as all of them together do. */
const ofTypes = new Set<Said['kind']>(['parameter-type-changed', 'return-type-changed'])

/** The changes of the one among several that fits best. */
const best = (old: Callable, all: readonly Callable[]): readonly Said[] =>
  all
    .map(each => callChanges(old, each).filter(({ kind }) => all.length === 1 || !ofTypes.has(kind)))
    .toSorted((a, b) => distance(a) - distance(b))[0] ?? []

/** What callers of one function meet in another. Each overload must be taken by one of the new ones. */
export const functionChanges = (old: readonly Callable[], now: readonly Callable[]): readonly Said[] => {
  const [only, ...others] = old
  if (only && others.length === 0 && now.length === 1) return best(only, now)
  const found = old.flatMap(each => best(each, now)).filter(each => each.effect === 'breaking')
  const distinct = [...new Map(found.map(each => [each.says, each])).values()]
  return now.length > old.length && distinct.length === 0
    ? [additive('parameter-added', 'can be called in more ways')]
    : distinct
}
