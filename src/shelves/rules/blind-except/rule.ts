import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blind-except',
  pack: 'errors',
  allows: 'allow every error to be caught',
  what: 'Every error is caught, and neither raised again nor logged with its traceback.',
  why: 'What nobody thought of is handled as if it were what was expected. A boundary (a worker, a request, a plug-in) may do it and log; that is why this rule must be asked for.',
  fix: 'Name the exceptions that you expect, or log with `logger.exception` at a boundary.',
  bad: 'try:\n    refresh()\nexcept Exception:\n    restore()\n',
  good: 'try:\n    refresh()\nexcept OSError:\n    restore()\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  look: { by: 'ruff', code: 'BLE001' },
})
