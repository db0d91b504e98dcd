import { field } from '../../../core/python/nodes.ts'
import { isBesideProgram, isCommandLineFile, runsItself } from '../../../core/python/program-file.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { blockOf, caughtAs } from '../../../core/python/source/handlers.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const tells = (source: Source, call: SyntaxNode, error: string | undefined): boolean => {
  const name = field(call, 'function')?.text
  if (name === 'print' && error !== undefined)
    return (
      source.nameOf(field(call, 'function')) === 'builtins.print' &&
      // Whoever says where to print has thought of it.
      keyword(call, 'file') === undefined &&
      (field(call, 'arguments')?.descendantsOfType('identifier') ?? []).some(each => each?.text === error)
    )
  return (
    (name ?? '').endsWith('print_exc') &&
    source.callee(call) === 'traceback.print_exc' &&
    field(call, 'arguments')?.text === '()'
  )
}

const clauseAround = (node: SyntaxNode): SyntaxNode | undefined => {
  let above = node.parent
  while (above !== null && above.type !== 'except_clause') above = above.parent
  return above ?? undefined
}

export default rule({
  id: 'printed-exception',
  pack: 'errors',
  allows: 'allow an error to be printed instead of logged',
  what: 'An `except` in a module of the program prints the error and goes on.',
  why: 'What is printed has no time, level or source, does not reach the log of a service, and spoils the output of whoever imports the module.',
  fix: 'Use `logger.exception` or `logger.warning`, or raise.',
  bad: 'def refresh() -> None:\n    try:\n        load()\n    except OSError as error:\n        print(f"not refreshed: {error}")\n',
  good: 'import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef refresh() -> None:\n    try:\n        load()\n    except OSError:\n        logger.exception("not refreshed")\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'errors', costs: 3 },
  files: path => !isBesideProgram(path) && !isCommandLineFile(path),
  look: {
    by: 'source',
    mentions: ['print(', 'print_exc('],
    visit: {
      except_clause: (clause, source) => {
        const block = blockOf(clause)
        if (block === undefined || runsItself(source.text)) return undefined
        // An error that is also raised, or that ends the program, is shown to whoever started it.
        if (/\b(?:raise|exit|_exit|log\w*|warn\w*)\b/.test(block.text)) return undefined
        const call = block
          .descendantsOfType('call')
          .find(each => each !== null && clauseAround(each)?.id === clause.id && tells(source, each, caughtAs(clause)))
        return call ? at(call, 'The error is printed, not logged.') : undefined
      },
    },
  },
})
