import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'ambiguous-name',
  pack: 'zen',
  allows: 'allow `l` and `O` as names',
  what: 'A variable is called `l` or `O`.',
  why: 'In many fonts they cannot be told from `1` and `0`.',
  fix: 'Give it a name that says what it is.',
  bad: 'for l in open("rows.txt"):\n    print(l)\n',
  good: 'for line in open("rows.txt"):\n    print(line)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'readable', costs: 1 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'ruff',
    code: 'E741',
    // `I` is a unit matrix, an interface, an instance; nobody reads it as a digit.
    except: (hit, source) => source.line(hit.line).charAt(hit.column - 1) === 'I',
  },
})
