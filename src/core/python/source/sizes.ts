import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'

const rows = (node: SyntaxNode): number => node.endPosition.row - node.startPosition.row + 1

/** How many lines a function takes, without its decorators and its docstring. */
export const linesOfFunction = (definition: SyntaxNode): number => {
  const first = parts(field(definition, 'body') ?? definition)[0]
  const text = first?.type === 'expression_statement' ? parts(first)[0] : undefined
  return rows(definition) - (text?.type === 'string' ? rows(text) : 0)
}

/** How many methods a class defines itself; the two or three functions of one property are one. */
export const methodsOfClass = (definition: SyntaxNode): number => {
  const body = field(definition, 'body')
  const names = (body === undefined ? [] : parts(body)).flatMap(each => {
    const method = each.type === 'decorated_definition' ? field(each, 'definition') : each
    return method?.type === 'function_definition' ? [field(method, 'name')?.text ?? ''] : []
  })
  return new Set(names).size
}

const blocks: ReadonlySet<string> = new Set([
  'if_statement',
  'for_statement',
  'while_statement',
  'with_statement',
  'try_statement',
  'match_statement',
])

/** Where a function's blocks first lie deeper in one another than `most`, and how deep they come to lie there. */
export const nestedDeeper = (
  definition: SyntaxNode,
  most: number,
): { readonly at: SyntaxNode; readonly depth: number } | undefined => {
  let deepest = most
  let first: SyntaxNode | undefined
  const open: { readonly node: SyntaxNode; readonly depth: number }[] = [{ node: definition, depth: 0 }]
  // Without recursion: a file may be as deep as somebody likes.
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const each of parts(next.node)) {
      if (!/(?:_statement|_clause|^block)$/.test(each.type)) continue
      const depth = next.depth + (blocks.has(each.type) ? 1 : 0)
      if (depth > deepest) deepest = depth
      if (depth > most && (first === undefined || each.startIndex < first.startIndex)) first = each
      open.push({ node: each, depth })
    }
  return first === undefined ? undefined : { at: first, depth: deepest }
}
