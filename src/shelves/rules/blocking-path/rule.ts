import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-path',
  pack: 'async',
  allows: 'allow `Path` and `os.path` to ask the disk in async code',
  what: 'A coroutine asks the disk through `pathlib` or `os.path`: whether a file exists, what it holds, what a folder holds.',
  why: 'Each question waits for the disk, and the event loop with it. On a local disk that is short, so this is only looked for by its name.',
  fix: 'Use `anyio.Path`, or run the function that asks in a thread.',
  bad: 'from pathlib import Path\n\n\nasync def load() -> str:\n    return Path("rates.csv").read_text()\n',
  good: 'import anyio\n\n\nasync def load() -> str:\n    return await anyio.Path("rates.csv").read_text()\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC240' },
})
