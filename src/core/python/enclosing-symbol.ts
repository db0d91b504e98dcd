import type { SyntaxNode } from '../../ports/grammar.ts'
import { field, parts } from './nodes.ts'

/** The function or class, dotted, that a 1-based line lies in; undefined at the module's own level. */
export const enclosingSymbol = (root: SyntaxNode, line: number): string | undefined => {
  const names: string[] = []
  let node: SyntaxNode | undefined = root
  while (node) {
    const next: SyntaxNode | undefined = parts(node).find(
      child => child.startPosition.row < line && child.endPosition.row >= line - 1,
    )
    const name = next && /^(?:function|class)_definition$/.test(next.type) ? field(next, 'name')?.text : undefined
    if (name !== undefined) names.push(name)
    node = next
  }
  return names.length === 0 ? undefined : names.join('.')
}
