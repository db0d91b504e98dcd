import { field } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const executors =
  /^(?:sqlalchemy(?:\.\w+)*|sqlmodel(?:\.\w+)*)\.(?:Async)?(?:Session|Connection|scoped_session)\.(?:execute|scalars?|stream|stream_scalars)$/

const isText = (source: Source, node: SyntaxNode): boolean =>
  node.type === 'string' || node.type === 'concatenated_string' || source.constant(node) !== undefined

export default rule({
  id: 'sql-without-text',
  pack: 'sqlalchemy',
  allows: 'allow plain texts as statements',
  what: 'A session or connection is given a statement as a plain text.',
  why: 'SQLAlchemy 2 raises an error: only what was marked as SQL is executed, so that no text of somebody else slips in.',
  fix: 'Write `text("…")`, with values as parameters (`:name`).',
  bad: 'from sqlalchemy.orm import Session\n\n\ndef ping(session: Session) -> None:\n    session.execute("SELECT 1")\n',
  good: 'from sqlalchemy import text\nfrom sqlalchemy.orm import Session\n\n\ndef ping(session: Session) -> None:\n    session.execute(text("SELECT 1"))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel'],
    visit: {
      call: (node, source) => {
        const [statement] = positional(node)
        if (statement === undefined || !/\.(?:execute|scalars?|stream\w*)$/.test(field(node, 'function')?.text ?? ''))
          return undefined
        if (!isText(source, statement) || !executors.test(source.callee(node) ?? '')) return undefined
        const marks = source
          .scopeAt(0)
          .names.get('text')
          ?.every(each => each.target === 'sqlalchemy.text')
        return at(statement, 'SQLAlchemy 2 executes no plain text; `text(…)` marks it as SQL.', {
          ...(marks === true && {
            fix: {
              does: 'Marks the text as SQL.',
              safety: 'safe',
              edits: [
                { start: statement.startIndex, end: statement.startIndex, text: 'text(' },
                { start: statement.endIndex, end: statement.endIndex, text: ')' },
              ],
            },
          }),
        })
      },
    },
  },
})
