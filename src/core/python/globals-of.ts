import type { SyntaxNode } from '../../ports/grammar.ts'
import type { ValueMember } from './interface.ts'
import { lineOf, parts } from './nodes.ts'

const statements = (node: SyntaxNode): readonly SyntaxNode[] =>
  parts(node).flatMap(each => (each.type === 'global_statement' ? [each] : statements(each)))

/** Names of a module that only its functions set, by `global`: they are there once such a function was called. */
export const globalsOf = (root: SyntaxNode, known: ReadonlySet<string>): readonly ValueMember[] => {
  // Few files have any, and to look through all functions of the others would cost more than to read them.
  if (!/^[ \t]+global[ \t]/m.test(root.text)) return []
  const found = new Map<string, ValueMember>()
  for (const statement of statements(root))
    for (const { type, text } of parts(statement))
      if (type === 'identifier' && !known.has(text) && !found.has(text))
        found.set(text, { kind: 'value', name: text, line: lineOf(statement), when: { is: 'maybe' } })
  return [...found.values()]
}
