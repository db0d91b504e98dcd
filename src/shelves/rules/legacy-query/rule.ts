import { isOfProgram } from '../../../core/python/file-role.ts'
import { filesThatSelect, isSession } from '../../../core/python/frameworks/sqlalchemy.ts'
import { field } from '../../../core/python/nodes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const collect = (source: Source): readonly RuleHit[] | undefined => {
  if (!source.text.includes('.query(') || !/sqlalchemy|sqlmodel/.test(source.text)) return undefined
  const seen = new Set<string>()
  const hits = source.root.descendantsOfType('call').flatMap((call): readonly RuleHit[] => {
    const called = call === null ? undefined : field(call, 'function')
    if (call === null || called?.type !== 'attribute' || field(called, 'attribute')?.text !== 'query') return []
    const owner = source.instanceOf(field(called, 'object'))
    const symbol = source.symbolAt(call) ?? ''
    if (owner === undefined || !isSession(owner) || seen.has(symbol)) return []
    seen.add(symbol)
    return [
      at(call, `\`${called.text}\` is the query of version 1; the project asks with \`select\` in version 2.`, {
        symbol,
      }),
    ]
  })
  return hits.length === 0 ? undefined : hits
}

export default rule({
  id: 'legacy-query',
  pack: 'sqlalchemy',
  allows: 'allow `session.query` in a project of SQLAlchemy 2',
  what: 'A function asks with `session.query(…)`, in a project that mostly asks with `select`.',
  why: 'The query object is kept for old code only: it has no types, no asynchronous form, and a second way to write each question.',
  fix: 'Write `session.scalars(select(…))` or `session.execute(select(…))`.',
  bad: 'from sqlalchemy import select\nfrom sqlalchemy.orm import Session\n\n\ndef names(session: Session) -> list[str]:\n    return list(session.scalars(select(User.name)))\n\n\ndef users(session: Session) -> list[User]:\n    return session.query(User).all()\n',
  good: 'from sqlalchemy import select\nfrom sqlalchemy.orm import DeclarativeBase, Session\n\n\nclass Base(DeclarativeBase):\n    pass\n\n\ndef users(session: Session) -> list[User]:\n    return list(session.scalars(select(User)))\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    collect,
    // Where most files still have the old form, the new one is what is being tried.
    judge: files => {
      const old = files.filter(({ collected }) => collected !== undefined)
      return filesThatSelect(files) < old.length
        ? []
        : old.flatMap(({ path, collected }) => (collected as readonly RuleHit[]).map(hit => ({ ...hit, path })))
    },
  },
})
