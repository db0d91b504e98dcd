import type { SyntaxNode } from '../../ports/grammar.ts'
import { parts } from './nodes.ts'

/** The text of a string that holds no expression and is not of bytes; undefined for anything else. */
export const constantString = (node: SyntaxNode): string | undefined => {
  if (node.type === 'concatenated_string') {
    const pieces = parts(node).map(constantString)
    return pieces.includes(undefined) ? undefined : pieces.join('')
  }
  if (node.type === 'parenthesized_expression') {
    const [inside] = parts(node)
    return inside && constantString(inside)
  }
  if (node.type !== 'string') return undefined
  const inside = parts(node)
  const prefix = inside[0]?.text.replace(/["']+$/, '').toLowerCase() ?? ''
  if (/[bft]/.test(prefix) || inside.some(each => each.type === 'interpolation')) return undefined
  return inside
    .filter(each => each.type === 'string_content')
    .map(each => each.text)
    .join('')
}

/** The strings of a list, a tuple or a set of them, or the one string; undefined where something else is among them. */
export const constantStrings = (node: SyntaxNode): readonly string[] | undefined => {
  const one = constantString(node)
  if (one !== undefined) return [one]
  if (node.type === 'parenthesized_expression') return constantStrings(parts(node)[0] ?? node)
  if (!['list', 'tuple', 'set'].includes(node.type)) return undefined
  const all = parts(node).map(constantString)
  return all.every(each => each !== undefined) ? all : undefined
}
