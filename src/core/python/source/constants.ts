import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { bindingsAt } from './meaning.ts'
import type { Source } from './source.ts'

const deepest = 8

const ofString = (source: Source, node: SyntaxNode, depth: number): string | undefined => {
  let text = ''
  for (const part of parts(node)) {
    if (part.type === 'string_content') text += part.text
    if (part.type !== 'interpolation') continue
    const inside = constantAt(source, field(part, 'expression'), depth + 1)
    if (inside === undefined) return undefined
    text += inside
  }
  return text
}

const joined = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.includes(undefined) ? undefined : texts.join('')

const constantAt = (source: Source, node: SyntaxNode | undefined, depth: number): string | undefined => {
  if (node === undefined || depth > deepest) return undefined
  switch (node.type) {
    case 'string':
      return ofString(source, node, depth)
    case 'concatenated_string':
      return joined(parts(node).map(part => constantAt(source, part, depth + 1)))
    case 'parenthesized_expression':
      return constantAt(source, parts(node)[0], depth + 1)
    case 'binary_operator': {
      const operator = field(node, 'operator')?.type
      return operator === '+'
        ? joined([field(node, 'left'), field(node, 'right')].map(side => constantAt(source, side, depth + 1)))
        : undefined
    }
    case 'identifier': {
      const [only, another] = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
      return only?.kind === 'assignment' && another === undefined
        ? constantAt(source, only.value, depth + 1)
        : undefined
    }
    default:
      return undefined
  }
}

/** See {@link Source.constant}; escapes stay as they are written. */
export const constantText = (source: Source, node: SyntaxNode | undefined): string | undefined =>
  constantAt(source, node, 0)
