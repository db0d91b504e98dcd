import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'repeated-except',
  pack: 'errors',
  allows: 'allow an exception to be caught twice by one `try`',
  what: 'Two `except` clauses of one `try` catch the same exception.',
  why: 'The second is never reached: what somebody wrote there does not happen.',
  fix: 'Join them, or name the exception that was meant.',
  bad: 'try:\n    refresh()\nexcept ValueError:\n    restore()\nexcept ValueError:\n    forget()\n',
  good: 'try:\n    refresh()\nexcept ValueError:\n    restore()\n    forget()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 5 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'B025' },
})
