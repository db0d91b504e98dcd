import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'

/** What a call is given, without names first, in order. */
export const positional = (call: SyntaxNode): readonly SyntaxNode[] => {
  const given = field(call, 'arguments')
  if (given === undefined) return []
  // `f(x for x in y)` has no parentheses of its own.
  if (given.type === 'generator_expression') return [given]
  return parts(given).filter(each => each.type !== 'keyword_argument' && each.type !== 'dictionary_splat')
}

/** What a call gives to a name. */
export const keyword = (call: SyntaxNode, name: string): SyntaxNode | undefined => {
  const given = field(call, 'arguments')
  const found =
    given && parts(given).find(each => each.type === 'keyword_argument' && field(each, 'name')?.text === name)
  return found && field(found, 'value')
}

/** What a call gives to a parameter that has a place, a name, or both. */
export const argument = (call: SyntaxNode, place: number | undefined, name?: string): SyntaxNode | undefined =>
  (name === undefined ? undefined : keyword(call, name)) ?? (place === undefined ? undefined : positional(call)[place])

/** Whether a call passes more than is written: `**options`. */
export const isSplatted = (call: SyntaxNode): boolean => {
  const given = field(call, 'arguments')
  return (
    given !== undefined && parts(given).some(each => each.type === 'dictionary_splat' || each.type === 'list_splat')
  )
}
