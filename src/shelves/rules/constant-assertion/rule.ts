import { field, parts } from '../../../core/python/nodes.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const literal = /^(?:true|integer|float|string|list|dictionary|set)$/

/** Whether what is asserted is true whatever happens. */
const isAlwaysTrue = (node: SyntaxNode): boolean => {
  if (node.type === 'parenthesized_expression') return parts(node).every(isAlwaysTrue)
  if (node.type === 'true') return true
  if (node.type === 'integer') return node.text !== '0'
  if (node.type === 'string') return node.descendantsOfType('string_content').some(each => each !== null)
  if (node.type === 'boolean_operator' && field(node, 'operator')?.type === 'or') {
    const [left, right] = [field(node, 'left'), field(node, 'right')]
    return (left !== undefined && isAlwaysTrue(left)) || (right !== undefined && isAlwaysTrue(right))
  }
  if (node.type !== 'comparison_operator') return false
  const [left, right, more] = parts(node)
  const operator = node.children.find(each => each !== null && !each.isNamed)?.type
  if (left === undefined || right === undefined || more !== undefined || !/^(?:==|is|<=|>=)$/.test(operator ?? ''))
    return false
  return left.text === right.text && literal.test(left.type)
}

export default rule({
  id: 'constant-assertion',
  pack: 'tests',
  allows: 'allow assertions that cannot fail',
  what: 'A test asserts something that is always true: `assert True`, `assert 1 == 1`, `assert x or True`.',
  why: 'It looks like a test and proves nothing. Often the real condition was to come later.',
  fix: 'Assert what the code has to do, or remove the line.',
  bad: 'def test_price() -> None:\n    price(2)\n    assert True\n',
  good: 'def test_price() -> None:\n    assert price(2) == 3\n',
  at: 'tests/test_price.py',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['assert '],
    visit: {
      assert_statement: node => {
        const [condition] = parts(node)
        return condition !== undefined && isAlwaysTrue(condition) ? at(node, 'This cannot fail.') : undefined
      },
    },
  },
})
