import { parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const bare = (node: SyntaxNode | undefined): SyntaxNode | undefined =>
  node?.type === 'parenthesized_expression' ? bare(parts(node)[0]) : node

const isConditional = (node: SyntaxNode | undefined): boolean => bare(node)?.type === 'conditional_expression'

/** `a if x else b if y else c if z else d` is a chain of three. */
const chain = (node: SyntaxNode | undefined): number => {
  const conditional = bare(node)
  return conditional?.type === 'conditional_expression' ? 1 + chain(parts(conditional)[2]) : 0
}

const isInner = (node: SyntaxNode): boolean => {
  let above = node.parent
  while (above?.type === 'parenthesized_expression') above = above.parent
  return above?.type === 'conditional_expression'
}

export default rule({
  id: 'nested-conditional',
  pack: 'zen',
  allows: 'allow `… if … else …` in one another',
  what: 'A conditional expression has another one as its condition or first value, or goes on through three of them.',
  why: 'It is read neither from left to right nor from the inside out: the value stands before the condition that it hangs on. Two in a row (`a if x else b if y else c`) read like `elif`, and are not found.',
  fix: 'Write it as `if` statements, a `match`, or a function with early returns.',
  bad: 'def rate(row):\n    return (1 if row.new else 2) if row.open else 3\n',
  good: 'def rate(row):\n    if not row.open:\n        return 3\n    return 1 if row.new else 2\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'flat', costs: 5 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: [' if '],
    visit: {
      conditional_expression: node => {
        if (isInner(node)) return undefined
        const [value, condition] = parts(node)
        return isConditional(value) || isConditional(condition) || chain(node) > 2
          ? at(node, 'Conditional expressions lie in one another here.')
          : undefined
      },
    },
  },
})
