import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-start',
  pack: 'async',
  allows: 'allow `subprocess.Popen` in async code',
  what: 'A coroutine starts another program with `subprocess.Popen` or `os.popen`.',
  why: 'Starting a program waits for the system, and whatever is read from it or waited for later blocks the event loop too.',
  fix: 'Use `asyncio.create_subprocess_exec`.',
  bad: 'import subprocess\n\n\nasync def serve() -> None:\n    subprocess.Popen(["server"])\n',
  good: 'import asyncio\n\n\nasync def serve() -> None:\n    await asyncio.create_subprocess_exec("server")\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC220' },
})
