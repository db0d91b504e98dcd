import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'exception-not-raised',
  pack: 'errors',
  allows: 'allow an exception to be made and not raised',
  what: 'An exception is made as a statement of its own, and never raised.',
  why: 'The check in front of it has no effect: the code goes on as if nothing had happened.',
  fix: 'Write `raise` in front of it.',
  bad: 'def pay(amount: int) -> None:\n    if amount < 0:\n        ValueError("amount is negative")\n',
  good: 'def pay(amount: int) -> None:\n    if amount < 0:\n        raise ValueError("amount is negative")\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 10 },
  look: {
    by: 'ruff',
    code: 'PLW0133',
    // A test that making the exception fails.
    except: (hit, source) => /raises/i.test(source.line(hit.line - 1)),
    mends: { does: 'Writes `raise` in front of the exception.', safety: 'unsafe' },
  },
})
