import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { Source } from './source.ts'

/** A place in a text, both 1-based. */
interface Place {
  readonly line: number
  readonly column: number
  readonly end?: { readonly line: number; readonly column: number }
}

/** The smallest node that holds all of what was found. */
export const nodeAt = (source: Source, { line, column, end }: Place): SyntaxNode | undefined => {
  const start = { row: line - 1, column: column - 1 }
  const last = end === undefined ? start : { row: end.line - 1, column: end.column - 1 }
  return source.root.descendantForPosition(start, last) ?? undefined
}

/** The call that was found, or the one around the name that was. */
export const callAt = (source: Source, place: Place): SyntaxNode | undefined => {
  let node = nodeAt(source, place)
  while (node !== undefined && node.type !== 'call') {
    if (/_statement$|_definition$|^module$/.test(node.type)) return undefined
    node = node.parent ?? undefined
  }
  return node
}
