import { isBesideProgram } from '../../../core/python/program-file.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { rule } from '../../../ports/rule.ts'

/** Built-ins that code calls at every turn. `id`, `type`, `min`, `max`, `next`, `open` … are words that a field needs too. */
const everyday =
  /^(?:list|dict|str|int|float|bool|bytes|set|tuple|len|range|print|sum|sorted|enumerate|isinstance|super|getattr|setattr|hasattr|Exception|ValueError|TypeError|KeyError)$/

/** Only a variable: a function or an import of that name is what a module offers on purpose. */
const isTaken = ({ line, column, end }: RuleHit, source: Source): boolean => {
  const text = source.line(line)
  const name = text.slice(column - 1, (end?.column ?? column) - 1)
  return everyday.test(name) && !/^\s*(?:async\s+def|def|class|import|from)\b/.test(text)
}

export default rule({
  id: 'shadowed-builtin',
  pack: 'zen',
  allows: 'allow a variable to be called as a built-in that code relies on',
  what: 'A variable is called `list`, `dict`, `str`, `len` or as another built-in that every reader takes for granted.',
  why: 'From there on the name means something else, and the next line that uses the built-in breaks or does another thing.',
  fix: 'Give it another name: `items`, `rows`, `text`.',
  bad: 'def owe(rows: dict[str, int]) -> int:\n    list = rows.values()\n    return sum(list)\n',
  good: 'def owe(rows: dict[str, int]) -> int:\n    amounts = rows.values()\n    return sum(amounts)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'readable', costs: 3 },
  files: path => !isBesideProgram(path),
  look: { by: 'ruff', code: 'A001', except: (hit, source) => !isTaken(hit, source) },
})
