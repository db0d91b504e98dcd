import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { positional } from '../../../core/python/source/calls.ts'
import { mayBeSilent } from '../../../core/python/source/handlers.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** `with suppress(Exception): callback()`: to run what is not ours, or to clean up, is to expect anything. */
const isOneCall = (call: SyntaxNode): boolean => {
  let node: SyntaxNode | null = call
  while (node !== null && node.type !== 'with_statement') node = node.parent
  const body = node === null ? undefined : field(node, 'body')
  const [only, another] = body === undefined ? [] : parts(body)
  let inside = only === undefined ? undefined : parts(only)[0]
  if (inside?.type === 'await') [inside] = parts(inside)
  return only?.type === 'expression_statement' && another === undefined && inside?.type === 'call'
}

export default rule({
  id: 'suppressed-everything',
  pack: 'errors',
  allows: 'allow `contextlib.suppress(Exception)`',
  what: '`contextlib.suppress` is told to drop every error.',
  why: 'What was meant to be skipped once is skipped whatever goes wrong: a misspelt name below it is dropped too, and the rest of the block is left out without a word.',
  fix: 'Name the exceptions that you expect, or say in a comment why every error may be dropped here.',
  bad: 'from contextlib import suppress\n\nwith suppress(Exception):\n    rows = load()\n',
  good: 'from contextlib import suppress\n\nwith suppress(FileNotFoundError):\n    rows = load()\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 10 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['suppress'],
    visit: {
      call: (call, source) => {
        if (
          source.nameOf(call.childForFieldName('function') ?? undefined) !== 'contextlib.suppress' ||
          mayBeSilent(source, call)
        )
          return undefined
        const all = positional(call).map(each => source.nameOf(each))
        const wide = all.find(each => each === 'builtins.Exception' || each === 'builtins.BaseException')
        if (wide === undefined) return undefined
        if (isOneCall(call)) return undefined
        const { row } = call.startPosition
        return source.line(row).trim().startsWith('#') || source.line(row + 1).includes('#')
          ? undefined
          : at(call, `Every ${wide.replace('builtins.', '')} is dropped here, whatever it is.`)
      },
    },
  },
})
