import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-input',
  pack: 'async',
  allows: 'allow `input` in async code',
  what: 'A coroutine calls `input`.',
  why: 'Everything else in the program waits until the person has typed.',
  fix: 'Run it in a thread: `await asyncio.to_thread(input, "…")`.',
  bad: 'async def ask() -> str:\n    return input("name? ")\n',
  good: 'import asyncio\n\n\nasync def ask() -> str:\n    return await asyncio.to_thread(input, "name? ")\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC250' },
})
