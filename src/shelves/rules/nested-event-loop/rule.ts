import { isInEarnest } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, rule } from '../../../ports/rule.ts'

const starters: ReadonlySet<string> = new Set([
  'asyncio.run',
  'asyncio.AbstractEventLoop.run_until_complete',
  'asyncio.AbstractEventLoop.run_forever',
  'anyio.run',
  'trio.run',
])

export default rule({
  id: 'nested-event-loop',
  pack: 'async',
  allows: 'allow an event loop to be started in a coroutine',
  what: 'A coroutine calls `asyncio.run`, `run_until_complete` or their like.',
  why: 'The loop that runs the coroutine is already running in this thread: the call raises a RuntimeError every time.',
  fix: 'Await the coroutine.',
  bad: 'import asyncio\n\n\nasync def load() -> str:\n    return asyncio.run(answer())\n',
  good: 'async def load() -> str:\n    return await answer()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['asyncio.run', 'anyio.run', 'trio.run', 'run_until_complete', 'run_forever', 'import run'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')?.text ?? ''
        if (!/run(?:_until_complete|_forever)?$/.test(called)) return undefined
        if (!starters.has(source.callee(node) ?? '') || coroutineAround(source, node) === undefined) return undefined
        return at(
          node,
          `\`${called}\` raises a RuntimeError here: the loop that runs this coroutine is already running.`,
        )
      },
    },
  },
})
