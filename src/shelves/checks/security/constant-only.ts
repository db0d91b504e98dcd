import { field, parts } from '../../../core/python/nodes.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'

const stringNodes = new Set(['string', 'concatenated_string'])

const isConstant = (node: SyntaxNode, constants: ReadonlySet<string>): boolean => {
  switch (node.type) {
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      return true
    case 'identifier':
      return constants.has(node.text)
    case 'string':
      return parts(node)
        .filter(part => part.type === 'interpolation')
        .every(part => isConstant(field(part, 'expression') ?? part, constants))
    case 'concatenated_string':
    case 'parenthesized_expression':
    case 'binary_operator':
    case 'tuple':
      return parts(node).every(part => isConstant(part, constants))
    default:
      return false
  }
}

/** Names of a module that are bound once, at its top, to a text that holds nothing else. */
const constantsOf = (root: SyntaxNode): ReadonlySet<string> => {
  const bound = new Map<string, number>()
  const constants = new Set<string>()
  for (const statement of parts(root)) {
    for (const assignment of parts(statement).filter(each => each.type === 'assignment')) {
      const [left, right] = [field(assignment, 'left'), field(assignment, 'right')]
      if (left?.type !== 'identifier') continue
      bound.set(left.text, (bound.get(left.text) ?? 0) + 1)
      if (right && isConstant(right, constants)) constants.add(left.text)
    }
  }
  const globals = new Set(
    [...root.text.matchAll(/^\s+global\s+(.+)$/gm)].flatMap(found =>
      (found[1] ?? '').split(',').map(name => name.trim()),
    ),
  )
  return new Set(
    [...constants].filter(name => bound.get(name) === 1 && /^_?[A-Z][A-Z0-9_]*$/.test(name) && !globals.has(name)),
  )
}

const at = (node: SyntaxNode, row: number, column: number): SyntaxNode | undefined => {
  if (stringNodes.has(node.type) || node.type === 'binary_operator') {
    if (node.startPosition.row === row && node.startPosition.column === column) return node
  }
  for (const child of parts(node)) {
    if (child.startPosition.row > row || child.endPosition.row < row) continue
    const found = at(child, row, column)
    if (found) return found
  }
  return undefined
}

/** Whether the expression that begins at a 1-based place is made of constants alone: then no outsider can inject into it. */
export const isMadeOfConstants = (root: SyntaxNode, line: number, column: number): boolean => {
  const node = at(root, line - 1, column - 1)
  return node !== undefined && isConstant(node, constantsOf(root))
}
