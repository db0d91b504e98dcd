import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'raise-not-implemented',
  pack: 'errors',
  allows: 'allow `raise NotImplemented`',
  what: '`NotImplemented` is raised instead of `NotImplementedError`.',
  why: '`NotImplemented` is no exception: what is raised is a `TypeError` about that mistake, which hides what was meant.',
  fix: 'Raise `NotImplementedError`.',
  bad: 'def pay(amount: int) -> None:\n    raise NotImplemented\n',
  good: 'def pay(amount: int) -> None:\n    raise NotImplementedError\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'obvious', costs: 3 },
  look: { by: 'ruff', code: 'F901', mends: { does: 'Writes `NotImplementedError`.', safety: 'safe' } },
})
