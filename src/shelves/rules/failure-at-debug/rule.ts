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
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const isDebug = (statement: SyntaxNode): boolean => {
  const call = statement.type === 'expression_statement' ? parts(statement)[0] : undefined
  const called = call?.type === 'call' ? field(call, 'function') : undefined
  return (
    called?.type === 'attribute' &&
    field(called, 'attribute')?.text === 'debug' &&
    /log/i.test(field(called, 'object')?.text ?? '')
  )
}

const isNothing = (statement: SyntaxNode): boolean => {
  if (/^(?:pass|continue|break)_statement$/.test(statement.type)) return true
  const [value] = statement.type === 'return_statement' ? parts(statement) : []
  return statement.type === 'return_statement' && (value === undefined || isEmptyValue(value))
}

const onlyDebugs = (block: SyntaxNode): boolean => {
  const all = parts(block)
  return all.some(isDebug) && all.every(each => isDebug(each) || isNothing(each))
}

export default rule({
  id: 'failure-at-debug',
  pack: 'errors',
  allows: 'allow every error to be told at debug level alone',
  what: 'Every error is caught, and all that is done about it is a log line at debug level.',
  why: 'Nobody runs a service at debug level: the error is as lost as with `pass`, and the code looks as if it were told.',
  fix: 'Log it at warning or above, with the traceback (`logger.exception`), or catch the exception that you expect.',
  bad: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef refresh() -> None:\n    try:\n        load()\n    except Exception as error:\n        logger.debug("not refreshed: %s", error)\n',
  good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef refresh() -> None:\n    try:\n        load()\n    except Exception:\n        logger.exception("not refreshed")\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'errors', costs: 5 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['.debug('],
    visit: {
      except_clause: (clause, source) => {
        const block = blockOf(clause)
        return block !== undefined &&
          onlyDebugs(block) &&
          catchesAll(source, clause) &&
          !isCommented(clause) &&
          !mayBeSilent(source, clause) &&
          !triesToCleanUp(clause)
          ? atHead(clause, 'Every error is only told at debug level here.')
          : undefined
      },
    },
  },
})
