import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-program',
  pack: 'async',
  allows: 'allow a program to be run and waited for in async code',
  what: 'A coroutine runs another program with `subprocess.run`, `os.system` or the like, which wait for its end.',
  why: 'The event loop stands still for as long as the program runs.',
  fix: 'Use `asyncio.create_subprocess_exec`, or run the call in a thread.',
  bad: 'import subprocess\n\n\nasync def pull() -> None:\n    subprocess.run(["git", "pull"], check=True)\n',
  good: 'import asyncio\n\n\nasync def pull() -> None:\n    process = await asyncio.create_subprocess_exec("git", "pull")\n    await process.wait()\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC221' },
})
