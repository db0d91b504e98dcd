import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'jump-in-finally',
  pack: 'errors',
  allows: 'allow `return`, `break` and `continue` in `finally`',
  what: 'A `finally` leaves by `return`, `break` or `continue`.',
  why: 'An exception on its way out is then dropped without a trace, also `KeyboardInterrupt`. Python 3.14 warns of it (PEP 765).',
  fix: 'Move the jump behind the `try`.',
  bad: 'def read(path: str) -> str:\n    text = ""\n    try:\n        text = load(path)\n    finally:\n        return text\n',
  good: 'def read(path: str) -> str:\n    text = ""\n    try:\n        text = load(path)\n    finally:\n        note(path)\n    return text\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 10 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'B012' },
})
