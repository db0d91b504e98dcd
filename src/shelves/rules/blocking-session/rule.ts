import { isInEarnest } from '../../../core/python/file-role.ts'
import { blockingMethod } from '../../../core/python/source/blocking.ts'
import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, rule } from '../../../ports/rule.ts'

const owners = /^(?:sqlalchemy(?:\.orm)?|sqlmodel|sqlite3)\./

export default rule({
  id: 'blocking-session',
  pack: 'async',
  allows: 'allow a blocking database session in async code',
  what: 'A coroutine asks the database through a session or connection that blocks.',
  why: 'Each question stops the event loop until the database has answered, so that the service handles one request at a time however many come.',
  fix: 'Use `AsyncSession` of an `async_sessionmaker` and await its methods; or write the route as an ordinary `def`, which FastAPI runs in a thread.',
  bad: 'from sqlalchemy import select\nfrom sqlalchemy.orm import Session\n\n\nasync def names(session: Session) -> list[str]:\n    return list(session.scalars(select(User.name)))\n',
  good: 'from sqlalchemy import select\nfrom sqlalchemy.ext.asyncio import AsyncSession\n\n\nasync def names(session: AsyncSession) -> list[str]:\n    return list(await session.scalars(select(User.name)))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel', 'sqlite3'],
    visit: {
      call: (node, source) => {
        const found = blockingMethod(source, node)
        if (found === undefined || !owners.test(found.owner) || coroutineAround(source, node) === undefined)
          return undefined
        return at(node, `\`${found.owner}.${found.method}\` blocks, and this is a coroutine.`)
      },
    },
  },
})
