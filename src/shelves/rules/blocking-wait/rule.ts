import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-wait',
  pack: 'async',
  allows: 'allow a coroutine to wait for a process as ordinary functions do',
  what: 'A coroutine calls `os.wait` or one of its kind.',
  why: 'The event loop stands still until the process has ended.',
  fix: 'Await the process that `asyncio.create_subprocess_exec` returns.',
  bad: 'import os\n\n\nasync def reap(pid: int) -> None:\n    os.waitpid(pid, 0)\n',
  good: 'async def reap(process) -> None:\n    await process.wait()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC222' },
})
