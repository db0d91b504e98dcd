import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'pointless-except',
  pack: 'errors',
  allows: 'allow an `except` that only raises again',
  what: 'Every `except` of a `try` does nothing but raise again.',
  why: 'It changes nothing, and the reader looks for what it is there for.',
  fix: 'Remove the `try`.',
  bad: 'def read(path: str) -> str:\n    try:\n        return load(path)\n    except OSError:\n        raise\n',
  good: 'def read(path: str) -> str:\n    return load(path)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'simple', costs: 2 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'TRY203' },
})
