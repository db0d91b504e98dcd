import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'constant-setattr',
  pack: 'zen',
  allows: 'allow `setattr` with a fixed name',
  what: '`setattr` is called with a fixed name.',
  why: 'It does what an assignment does, and hides the attribute from type checkers, editors and whoever searches for it.',
  fix: 'Write the assignment.',
  bad: 'def mark(row: object) -> None:\n    setattr(row, "paid", True)\n',
  good: 'def mark(row: object) -> None:\n    row.paid = True\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'obvious', costs: 1 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'ruff',
    code: 'B010',
    // What is private or Python's own is often reached this way past a type checker, which would not know it.
    except: ({ line, column }, source) => /^setattr\(\s*[\w.]+\s*,\s*["']_/.test(source.line(line).slice(column - 1)),
    mends: { does: 'Writes it as an assignment.', safety: 'safe' },
  },
})
