import { isInEarnest } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'pointless-timeout',
  pack: 'async',
  allows: 'allow a time limit around code that cannot be stopped',
  what: 'A block with a time limit (`asyncio.timeout`, `anyio.fail_after` …) awaits nothing.',
  why: 'A coroutine can only be stopped where it awaits: the limit never comes into force.',
  fix: 'Await something in the block, or take the limit away.',
  bad: 'import asyncio\n\n\nasync def load() -> None:\n    async with asyncio.timeout(1):\n        compute()\n',
  good: 'import asyncio\n\n\nasync def load() -> None:\n    async with asyncio.timeout(1):\n        await asyncio.to_thread(compute)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: { by: 'ruff', code: 'ASYNC100' },
})
