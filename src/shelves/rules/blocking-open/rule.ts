import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-open',
  pack: 'async',
  allows: 'allow files to be opened in async code',
  what: 'A coroutine opens a file with `open` or a method of `Path`.',
  why: 'A disk is slow when it matters: on a network drive or a busy machine the event loop stands still meanwhile.',
  fix: 'Read it before the loop begins, use `anyio.open_file` or `aiofiles`, or run the function that reads it in a thread.',
  bad: 'async def load() -> str:\n    with open("rates.csv") as file:\n        return file.read()\n',
  good: 'import anyio\n\n\nasync def load() -> str:\n    async with await anyio.open_file("rates.csv") as file:\n        return await file.read()\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC230' },
})
