import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import {
  blockOf,
  catchesAll,
  isCommented,
  isEmptyValue,
  mayBeSilent,
  triesToCleanUp,
} from '../../../core/python/source/handlers.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const says: Readonly<Record<string, string>> = {
  pass_statement: 'pass',
  continue_statement: 'continue',
  break_statement: 'break',
}

/** What the only statement of a handler does, when that is nothing. */
const nothingIn = (block: SyntaxNode): string | undefined => {
  const [only, another] = parts(block)
  if (only === undefined || another !== undefined) return undefined
  const said = says[only.type]
  if (said !== undefined) return said
  if (only.type === 'expression_statement') return parts(only)[0]?.type === 'ellipsis' ? '...' : undefined
  if (only.type !== 'return_statement') return undefined
  const [value] = parts(only)
  return value === undefined || isEmptyValue(value) ? only.text : undefined
}

/** `except (ValueError, TypeError): return None` is a decision; only what catches everything hides what nobody thought of. */
const hidden = (source: Source, clause: SyntaxNode): string | undefined => {
  const block = blockOf(clause)
  const does = block === undefined ? undefined : nothingIn(block)
  if (does === undefined || !catchesAll(source, clause) || isCommented(clause)) return undefined
  if (mayBeSilent(source, clause) || triesToCleanUp(clause)) return undefined
  const tried = clause.parent === null ? undefined : field(clause.parent, 'body')
  // `try: import fast except Exception: pass`: what is optional may be broken too.
  const isImport = tried !== undefined && parts(tried).every(each => each.type.startsWith('import'))
  return isImport ? undefined : does
}

export default rule({
  id: 'silent-failure',
  pack: 'errors',
  allows: 'allow every error to be answered with nothing',
  what: 'Every error is caught, and the code goes on with `pass`, `continue` or an empty answer, without a log line or a word of why.',
  why: 'A misspelt name, a full disk and a bug all look like "nothing found": the caller goes on with a wrong answer, and nobody ever learns of it.',
  fix: 'Catch the exception that you expect. Where everything must be caught, log it (`logger.exception`), or say in a comment why nothing needs to be done.',
  bad: 'def price(row: dict[str, str]) -> float | None:\n    try:\n        return float(row["price"])\n    except Exception:\n        return None\n',
  good: 'def price(row: dict[str, str]) -> float | None:\n    try:\n        return float(row["price"])\n    except (KeyError, ValueError):\n        return None\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 10 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['except'],
    visit: {
      except_clause: (clause, source) => {
        const does = hidden(source, clause)
        return does === undefined
          ? undefined
          : atHead(clause, `Every error ends in \`${does}\` here, and nobody is told.`)
      },
    },
  },
})
