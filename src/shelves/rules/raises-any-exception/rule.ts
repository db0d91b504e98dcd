import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'raises-any-exception',
  pack: 'tests',
  allows: 'allow a test to expect any exception',
  what: 'A test expects `Exception` or `BaseException`, without saying which words it has.',
  why: 'A misspelt name in the test raises one too, and the test passes.',
  fix: 'Expect the exception that is promised, or give `match=`.',
  bad: 'import pytest\n\n\ndef test_negative() -> None:\n    with pytest.raises(Exception):\n        price(-1)\n',
  good: 'import pytest\n\n\ndef test_negative() -> None:\n    with pytest.raises(ValueError):\n        price(-1)\n',
  at: 'tests/test_price.py',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'B017' },
})
