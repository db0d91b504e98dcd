import { field, parts } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const coroutines =
  /^(?:sqlalchemy|sqlmodel)(?:\.\w+)*\.Async(?:Session|Connection|Engine)\.(?:execute|exec|scalars?|commit|rollback|flush|refresh|delete|merge|get|close|dispose|run_sync|invalidate)$/

export default rule({
  id: 'unawaited-session',
  pack: 'sqlalchemy',
  allows: 'allow a method of an `AsyncSession` that nobody awaits',
  what: 'A method of an asynchronous session or connection is called as a statement, without `await`.',
  why: 'Nothing happens: the call only makes a coroutine. What was to be saved or deleted is not.',
  fix: 'Write `await` before it.',
  bad: 'from sqlalchemy.ext.asyncio import AsyncSession\n\n\nasync def save(session: AsyncSession) -> None:\n    session.commit()\n',
  good: 'from sqlalchemy.ext.asyncio import AsyncSession\n\n\nasync def save(session: AsyncSession) -> None:\n    await session.commit()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['AsyncSession', 'AsyncConnection', 'AsyncEngine', 'async_sessionmaker', 'create_async_engine'],
    visit: {
      expression_statement: (node, source) => {
        const [call] = parts(node)
        if (call?.type !== 'call' || field(call, 'function')?.type !== 'attribute') return undefined
        if (!coroutines.test(source.callee(call) ?? '')) return undefined
        const isInCoroutine = source.functionAround(call)?.children[0]?.type === 'async'
        return at(call, `Nothing awaits \`${field(call, 'function')?.text ?? ''}\`: it does not happen.`, {
          ...(isInCoroutine && {
            fix: {
              does: 'Awaits it.',
              safety: 'unsafe',
              edits: [{ start: call.startIndex, end: call.startIndex, text: 'await ' }],
            },
          }),
        })
      },
    },
  },
})
