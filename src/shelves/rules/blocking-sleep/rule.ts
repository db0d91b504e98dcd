import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-sleep',
  pack: 'async',
  allows: 'allow `time.sleep` in async code',
  what: 'A coroutine calls `time.sleep`.',
  why: 'The whole event loop stands still meanwhile: every other request, timer and health check waits with it.',
  fix: 'Write `await asyncio.sleep(…)`.',
  bad: 'import time\n\n\nasync def poll() -> None:\n    time.sleep(1)\n',
  good: 'import asyncio\n\n\nasync def poll() -> None:\n    await asyncio.sleep(1)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'ASYNC251' },
})
