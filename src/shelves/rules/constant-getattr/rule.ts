import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'constant-getattr',
  pack: 'zen',
  allows: 'allow `getattr` with a fixed name',
  what: '`getattr` is called with a fixed name and no default.',
  why: 'It does what a dot does, and hides the attribute from type checkers, editors and whoever searches for it.',
  fix: 'Write the dot.',
  bad: 'def price(row: object) -> object:\n    return getattr(row, "price")\n',
  good: 'def price(row: object) -> object:\n    return row.price\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'obvious', costs: 1 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'ruff',
    code: 'B009',
    // What is private or Python's own is often reached this way past a type checker, which would not know it.
    except: ({ line, column, end }, source) =>
      /["']_\w*["']\s*,?\s*\)$/.test(source.line(end?.line ?? line).slice(0, (end?.column ?? column) - 1)),
    mends: { does: 'Writes the attribute with a dot.', safety: 'safe' },
  },
})
