import { field } from '../../../core/python/nodes.ts'
import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, replaced, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'get-event-loop',
  pack: 'async',
  allows: 'allow `asyncio.get_event_loop` in a coroutine',
  what: 'A coroutine asks for its loop with `asyncio.get_event_loop`.',
  why: 'In a coroutine it is the running loop; outside of one the function made a new loop in old versions, warned later, and raises since Python 3.14. The other function says which is meant.',
  fix: 'Write `asyncio.get_running_loop()`.',
  bad: 'import asyncio\n\n\nasync def later() -> None:\n    asyncio.get_event_loop().call_later(1, print)\n',
  good: 'import asyncio\n\n\nasync def later() -> None:\n    asyncio.get_running_loop().call_later(1, print)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['get_event_loop'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (called?.text.endsWith('get_event_loop') !== true || source.nameOf(called) !== 'asyncio.get_event_loop')
          return undefined
        const name = called.type === 'attribute' ? field(called, 'attribute') : undefined
        return coroutineAround(source, node) === undefined
          ? undefined
          : at(node, 'In a coroutine the loop is the running one.', {
              ...(name && {
                fix: {
                  does: 'Asks for the running loop.',
                  safety: 'safe',
                  edits: [replaced(name, 'get_running_loop')],
                },
              }),
            })
      },
    },
  },
})
