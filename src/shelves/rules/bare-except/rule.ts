import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'bare-except',
  pack: 'errors',
  allows: 'allow `except:` without an exception',
  what: 'An `except` names no exception.',
  why: 'It also catches `KeyboardInterrupt` and `SystemExit`: the program cannot be stopped, and a misspelt name looks like the error that was expected.',
  fix: 'Name the exception that you expect; `except Exception` where it must be every error.',
  bad: 'try:\n    refresh()\nexcept:\n    restore()\n',
  good: 'try:\n    refresh()\nexcept OSError:\n    restore()\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 5 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'E722' },
})
