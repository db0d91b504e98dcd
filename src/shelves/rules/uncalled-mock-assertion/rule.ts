import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'uncalled-mock-assertion',
  pack: 'tests',
  allows: 'allow assertions of mocks that assert nothing',
  what: 'A mock is asked with a name that asserts nothing: `mock.called_once_with(…)`, or `mock.assert_called_once` without its brackets.',
  why: 'A mock answers to every name. The line looks like an assertion and can never fail.',
  fix: 'Write `mock.assert_called_once_with(…)`.',
  bad: 'def test_send(mock) -> None:\n    send(mock)\n    assert mock.called_once_with("a")\n',
  good: 'def test_send(mock) -> None:\n    send(mock)\n    mock.assert_called_once_with("a")\n',
  at: 'tests/test_send.py',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'PGH005' },
})
