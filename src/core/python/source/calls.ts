import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'

const argumentsOf = (call: SyntaxNode): readonly SyntaxNode[] => {
  const list = field(call, 'arguments')
  return list?.type === 'argument_list' ? parts(list) : []
}

/** The arguments of a call that have no name; nothing behind a `*` has a place that is known. */
export const positional = (call: SyntaxNode): readonly SyntaxNode[] => {
  const given = argumentsOf(call).filter(each => each.type !== 'keyword_argument' && each.type !== 'dictionary_splat')
  const spread = given.findIndex(each => each.type === 'list_splat')
  return spread === -1 ? given : given.slice(0, spread)
}

/** A named argument of a call, name and value. */
export const keyword = (call: SyntaxNode, name: string): SyntaxNode | undefined =>
  argumentsOf(call).find(each => each.type === 'keyword_argument' && field(each, 'name')?.text === name)

/** The value of an argument, by its name or, where it may come without, by its place. */
export const argument = (call: SyntaxNode, name: string, place?: number): SyntaxNode | undefined => {
  const named = keyword(call, name)
  if (named !== undefined) return field(named, 'value')
  return place === undefined ? undefined : positional(call)[place]
}

/** Whether a call hands on what it does not show: `*given` or `**given`. */
export const hidesArguments = (call: SyntaxNode): boolean =>
  argumentsOf(call).some(each => each.type === 'list_splat' || each.type === 'dictionary_splat')

/** What an edit must take away so that an argument is gone with its comma. */
export const argumentSpan = (call: SyntaxNode, given: SyntaxNode): { readonly start: number; readonly end: number } => {
  const all = argumentsOf(call)
  const index = all.findIndex(each => each.id === given.id)
  const [before, after] = [all[index - 1], all[index + 1]]
  if (after !== undefined) return { start: given.startIndex, end: after.startIndex }
  return { start: before?.endIndex ?? given.startIndex, end: given.endIndex }
}
