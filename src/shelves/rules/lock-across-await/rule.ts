import { field, parts } from '../../../core/python/nodes.ts'
import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const locks = /^(?:threading|multiprocessing)\.(?:Lock|RLock|Semaphore|BoundedSemaphore|Condition)$/

export default rule({
  id: 'lock-across-await',
  pack: 'async',
  allows: 'allow a lock of threads to be held while a coroutine awaits',
  what: 'A coroutine awaits while it holds a lock of `threading`.',
  why: 'While it awaits, another coroutine of the same thread may ask for the lock. That stops the event loop, so the first one never goes on: the program hangs.',
  fix: 'Use `asyncio.Lock` with `async with`; or let the lock go before the `await`.',
  bad: 'import threading\n\nlock = threading.Lock()\n\n\nasync def add() -> None:\n    with lock:\n        await store()\n',
  good: 'import asyncio\n\nlock = asyncio.Lock()\n\n\nasync def add() -> None:\n    async with lock:\n        await store()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['threading', 'multiprocessing'],
    visit: {
      with_item: (node, source): RuleHit | undefined => {
        const statement = node.parent?.parent
        const value = field(node, 'value') ?? parts(node)[0]
        if (statement?.type !== 'with_statement' || statement.children[0]?.type === 'async' || value === undefined)
          return undefined
        if (!locks.test(source.instanceOf(value) ?? '')) return undefined
        const coroutine = coroutineAround(source, statement)
        const body = field(statement, 'body')
        const awaits = body
          ?.descendantsOfType(['await'])
          .some(each => each && coroutineAround(source, each)?.id === coroutine?.id)
        return coroutine !== undefined && awaits === true
          ? at(node, `\`${value.text}\` is a lock of threads, and what it guards awaits.`)
          : undefined
      },
    },
  },
})
