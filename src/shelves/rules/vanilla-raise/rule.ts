import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'vanilla-raise',
  pack: 'errors',
  allows: 'allow `raise Exception`',
  what: '`Exception` itself is raised.',
  why: 'Whoever calls cannot catch it without catching every other error too.',
  fix: 'Raise the built-in exception that fits (`ValueError`, `RuntimeError` …), or one of your own.',
  bad: 'def pay(amount: int) -> None:\n    if amount < 0:\n        raise Exception("amount is negative")\n',
  good: 'def pay(amount: int) -> None:\n    if amount < 0:\n        raise ValueError("amount is negative")\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 3 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'TRY002' },
})
