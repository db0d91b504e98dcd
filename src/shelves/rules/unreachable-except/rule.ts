import { kindsOf } from '../../../core/python/builtin-exceptions.ts'
import { parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { derivesFrom } from '../../../core/python/source/classes.ts'
import { caughtNames } from '../../../core/python/source/handlers.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const short = (name: string): string => name.replace(/^builtins\./, '')

/** Which of the names before catches an exception already: a built-in above it, or a class of this file that it derives from. */
const caughtBefore = (source: Source, name: string, before: readonly string[]): string | undefined => {
  const above = kindsOf(name)
  const [only, another] = source.scopeAt(0).names.get(name.slice(name.lastIndexOf('.') + 1)) ?? []
  const own = only?.kind === 'class' && another === undefined ? only.node : undefined
  return before.find(
    each =>
      each !== name &&
      (above.includes(short(each)) ||
        (own !== undefined && derivesFrom(source, own, base => base === each || kindsOf(base).includes(short(each))))),
  )
}

const found = (statement: SyntaxNode, source: Source) => {
  const before: string[] = []
  return parts(statement)
    .filter(each => each.type === 'except_clause')
    .flatMap(clause => {
      const names = caughtNames(source, clause)
      const reasons = names.map(each => caughtBefore(source, each, before))
      before.push(...names)
      const [reason] = reasons
      return reason === undefined || reasons.includes(undefined)
        ? []
        : [atHead(clause, `\`except ${short(reason)}\` above catches it first: this is never reached.`)]
    })
}

export default rule({
  id: 'unreachable-except',
  pack: 'errors',
  allows: 'allow an `except` behind one that catches the same',
  what: 'An `except` stands behind one that catches a wider kind of exception.',
  why: 'Python takes the first that fits: the narrower handler never runs, and what it was written for is handled wrongly.',
  fix: 'Put the narrower exception first.',
  bad: 'try:\n    refresh()\nexcept OSError:\n    restore()\nexcept FileNotFoundError:\n    create()\n',
  good: 'try:\n    refresh()\nexcept FileNotFoundError:\n    create()\nexcept OSError:\n    restore()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'errors', costs: 5 },
  files: path => !isBesideProgram(path),
  look: { by: 'source', mentions: ['except'], visit: { try_statement: (node, source) => found(node, source) } },
})
