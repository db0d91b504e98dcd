import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'assert-on-tuple',
  pack: 'tests',
  allows: 'allow `assert` of a tuple',
  what: 'What is asserted is a tuple: `assert (condition, "message")`.',
  why: 'A tuple that holds something is true, so that the assertion cannot fail.',
  fix: 'Take the brackets away: `assert condition, "message"`.',
  bad: 'def test_price() -> None:\n    assert (price(2) == 3, "wrong price")\n',
  good: 'def test_price() -> None:\n    assert price(2) == 3, "wrong price"\n',
  at: 'tests/test_price.py',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'F631' },
})
