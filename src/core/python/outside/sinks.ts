import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { argument, positional } from '../source/arguments.ts'
import type { Source } from '../source/source.ts'

/** Which arguments of a call do harm: by place, by name, `all` of them. */
type Harmful = 'all' | readonly (number | string)[]

/** Calls by their full names, and methods of whatever it is by a dot and their name. */
export type Sinks = ReadonlyMap<string, Harmful>

/** What a call ends with: `run` of `subprocess.run(…)`; most calls are passed over by it. */
export const lastName = (call: SyntaxNode): string => {
  // One rule after the other asks it of the same call.
  if (asked?.call === call) return asked.name
  const called = field(call, 'function')
  const name = (called?.type === 'attribute' ? field(called, 'attribute') : called)?.text ?? ''
  asked = { call, name }
  return name
}

let asked: { readonly call: SyntaxNode; readonly name: string } | undefined

const chosen = (call: SyntaxNode, harmful: Harmful): readonly SyntaxNode[] => {
  if (harmful === 'all') {
    const list = field(call, 'arguments')
    return list === undefined ? [] : parts(list).map(each => field(each, 'value') ?? each)
  }
  return harmful.flatMap(
    each => (typeof each === 'number' ? positional(call)[each] : argument(call, undefined, each)) ?? [],
  )
}

/** The arguments of a call that do harm when somebody else has a say in them; none where the call is no sink. */
export const harmfulArguments = (source: Source, call: SyntaxNode, sinks: Sinks): readonly SyntaxNode[] => {
  const method = sinks.get(`.${lastName(call)}`)
  const name = source.callee(call)
  const found = (name === undefined ? undefined : sinks.get(name)) ?? method
  return found === undefined ? [] : chosen(call, found)
}

/** Sinks from a short list: the names of calls, with what of them does harm. */
export const sinks = (...entries: readonly (readonly [names: string, harmful: Harmful])[]): Sinks =>
  new Map(
    entries.flatMap(([names, harmful]) =>
      names
        .trim()
        .split(/\s+/)
        .map(name => [name, harmful] as const),
    ),
  )
