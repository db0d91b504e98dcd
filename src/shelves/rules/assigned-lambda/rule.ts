import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'assigned-lambda',
  pack: 'zen',
  allows: 'allow a lambda to be given a name',
  what: 'A lambda is assigned to a name.',
  why: 'Its traceback says `<lambda>`, it takes no annotations or docstring, and nothing is shorter than with `def`.',
  fix: 'Write it as a function.',
  bad: 'double = lambda number: number * 2\n',
  good: 'def double(number):\n    return number * 2\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'readable', costs: 1 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'E731', mends: { does: 'Writes the lambda as a function.', safety: 'unsafe' } },
})
