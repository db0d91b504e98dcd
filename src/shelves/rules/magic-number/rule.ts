import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'magic-number',
  pack: 'zen',
  allows: 'allow comparing with a number that has no name',
  what: 'A comparison holds a number without a name.',
  why: 'The reader cannot tell what it stands for, and whoever changes it misses the other places. Many numbers explain themselves where they stand, so this rule must be asked for.',
  fix: 'Give it a name.',
  bad: 'def is_adult(age: int) -> bool:\n    return age >= 18\n',
  good: 'ADULT = 18\n\n\ndef is_adult(age: int) -> bool:\n    return age >= ADULT\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'PLR2004' },
})
