import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const owners =
  /^(?:fastapi\.(?:\w+\.)?(?:FastAPI|APIRouter)|starlette\.(?:\w+\.)?(?:Starlette|Router))\.(?:on_event|add_event_handler)$/

export default rule({
  id: 'startup-event',
  pack: 'fastapi',
  allows: 'allow start-up and shut-down events',
  what: 'An application starts or stops something with `on_event` or `add_event_handler`.',
  why: 'Both are deprecated. What start-up opened is closed in another function, which does not run when start-up failed half-way; and they are ignored as soon as the application has a lifespan.',
  fix: 'Write one `lifespan` function: open before its `yield`, close behind it, and give it to the application.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.on_event("startup")\nasync def start() -> None:\n    await open_pool()\n',
  good: 'from contextlib import asynccontextmanager\n\nfrom fastapi import FastAPI\n\n\n@asynccontextmanager\nasync def lifespan(app: FastAPI):\n    async with open_pool():\n        yield\n\n\napp = FastAPI(lifespan=lifespan)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['on_event', 'add_event_handler'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (
          called?.type !== 'attribute' ||
          !/^(?:on_event|add_event_handler)$/.test(field(called, 'attribute')?.text ?? '')
        )
          return undefined
        return owners.test(source.callee(node) ?? '')
          ? at(node, 'Events are deprecated; a lifespan opens and closes in one place.')
          : undefined
      },
    },
  },
})
