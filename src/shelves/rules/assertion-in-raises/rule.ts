import { field, parts } from '../../../core/python/nodes.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const raisers: ReadonlySet<string> = new Set(['pytest.raises'])

export default rule({
  id: 'assertion-in-raises',
  pack: 'tests',
  allows: 'allow assertions behind the call that has to raise',
  what: 'A block under `pytest.raises` goes on with an assertion behind its call.',
  why: 'The call raises, so that the assertion is never reached: it may say anything.',
  fix: 'Put the assertion behind the block.',
  bad: 'import pytest\n\n\ndef test_negative() -> None:\n    with pytest.raises(ValueError) as caught:\n        price(-1)\n        assert "negative" in str(caught.value)\n',
  good: 'import pytest\n\n\ndef test_negative() -> None:\n    with pytest.raises(ValueError) as caught:\n        price(-1)\n    assert "negative" in str(caught.value)\n',
  at: 'tests/test_price.py',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['.raises', 'assertRaises', 'import raises'],
    visit: {
      with_statement: (node, source): readonly RuleHit[] => {
        const body = field(node, 'body')
        const items = node
          .descendantsOfType('with_item')
          .filter(each => each !== null && each.parent?.parent?.id === node.id)
        const raises = items.some(each => {
          const [value] = each === null ? [] : parts(each)
          const call = value?.type === 'as_pattern' ? parts(value)[0] : value
          const called = call?.type === 'call' ? field(call, 'function') : undefined
          return (
            called !== undefined &&
            (raisers.has(source.nameOf(called) ?? '') || /^self\.assertRaises(?:Regex)?$/.test(called.text))
          )
        })
        if (!raises || body === undefined) return []
        const statements = parts(body)
        const [before, last] = [statements.at(-2), statements.at(-1)]
        // Behind a single call that must raise; among more statements it may be any of them.
        if (statements.length !== 2 || last?.type !== 'assert_statement' || before?.type !== 'expression_statement')
          return []
        const [call] = parts(before)
        const isCall = call?.type === 'call' || (call?.type === 'await' && parts(call)[0]?.type === 'call')
        return isCall ? [at(last, 'The call above has to raise, so that this is never reached.')] : []
      },
    },
  },
})
