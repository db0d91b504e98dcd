import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'boolean-argument',
  pack: 'zen',
  allows: 'allow `True` and `False` as arguments without a name',
  what: 'A call hands over `True` or `False` without saying for what.',
  why: 'Whoever reads `load(path, True)` has to look up what it switches. One such argument is often clear enough, so this rule must be asked for; `boolean-trap` finds two and more.',
  fix: 'Write the argument with its name.',
  bad: 'load("rows.csv", True)\n',
  good: 'load("rows.csv", strict=True)\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'FBT003' },
})
