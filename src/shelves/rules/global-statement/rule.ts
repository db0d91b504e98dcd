import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'global-statement',
  pack: 'layout',
  allows: 'allow `global`',
  what: 'A function rebinds a name of its module with `global`.',
  why: 'What the function does depends on who called it before, tests influence one another, and two threads meet in it. A cache that is made once is a sound use of it, so this rule must be asked for.',
  fix: 'Hand the value in and out, keep it in an object, or use `functools.cache` for what is made once.',
  bad: 'count = 0\n\n\ndef add() -> None:\n    global count\n    count += 1\n',
  good: 'class Counter:\n    def __init__(self) -> None:\n        self.count = 0\n\n    def add(self) -> None:\n        self.count += 1\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'namespaces', costs: 5 },
  optIn: true,
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'PLW0603' },
})
