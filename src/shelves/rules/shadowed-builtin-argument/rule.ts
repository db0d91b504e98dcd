import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'shadowed-builtin-argument',
  pack: 'zen',
  allows: 'allow a parameter to be called as a built-in',
  what: 'A parameter is called as a built-in.',
  why: 'In the function the name means something else. What callers write by name (`id=`, `type=`) is often worth it, so this rule must be asked for.',
  fix: 'Give it another name, or an underscore behind it.',
  bad: 'def price(id: int) -> int:\n    return id\n',
  good: 'def price(row_id: int) -> int:\n    return row_id\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'readable', costs: 1 },
  optIn: true,
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'A002' },
})
