import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import type { Source } from './source.ts'

const through: ReadonlySet<string> = new Set([
  'if_statement',
  'elif_clause',
  'else_clause',
  'for_statement',
  'while_statement',
  'with_statement',
  'try_statement',
  'except_clause',
  'finally_clause',
  'block',
  'match_statement',
  'case_clause',
])

/** `if __name__ == "__main__"` and `if TYPE_CHECKING`: what stands there is not carried out by an import. */
const isElsewhere = (statement: SyntaxNode): boolean =>
  statement.type === 'if_statement' && /__name__|TYPE_CHECKING/.test(field(statement, 'condition')?.text ?? '')

/** The statements that importing a file carries out, those in its `if`s and `try`s included. */
export const onImport = (source: Source): readonly SyntaxNode[] => {
  const found: SyntaxNode[] = []
  const open = [source.root]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const each of parts(next)) {
      if (isElsewhere(each)) continue
      if (through.has(each.type)) open.push(each)
      else if (each.type === 'expression_statement') found.push(each)
    }
  return found.toSorted((a, b) => a.startIndex - b.startIndex)
}

/** The calls that importing a file makes as statements of their own or to bind a name. */
export const callsOnImport = (source: Source): readonly SyntaxNode[] =>
  onImport(source).flatMap(statement => {
    let [node] = parts(statement)
    while (node?.type === 'assignment') node = field(node, 'right')
    return node?.type === 'call' ? [node] : []
  })
