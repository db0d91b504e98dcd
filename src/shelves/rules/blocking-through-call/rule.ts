import { isOfProgram } from '../../../core/python/file-role.ts'
import { blockedBy } from '../../../core/python/project/blocked.ts'
import type { FunctionFact } from '../../../core/python/project/functions.ts'
import { functionFacts } from '../../../core/python/project/functions.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { rule } from '../../../ports/rule.ts'

/** While a service starts or stops there are no requests that could wait. */
const aside = /(?:^|\.)(?:\w*lifespan|(?:on_)?(?:startup|shutdown))$/

export default rule({
  id: 'blocking-through-call',
  pack: 'async',
  allows: 'allow a coroutine to call a function of the project that blocks',
  what: 'A coroutine calls an ordinary function of this project which, itself or through others, waits for a network, a database, a program or a clock.',
  why: 'The event loop stands still until that has answered. It is easily missed, since nothing at the call looks slow.',
  fix: 'Make the functions on the way asynchronous, or run the first of them in a thread: `await asyncio.to_thread(load)`.',
  bad: 'import requests\n\n\ndef load() -> str:\n    return requests.get("https://example.org", timeout=3).text\n\n\nasync def price() -> str:\n    return load()\n',
  good: 'import asyncio\n\nimport requests\n\n\ndef load() -> str:\n    return requests.get("https://example.org", timeout=3).text\n\n\nasync def price() -> str:\n    return await asyncio.to_thread(load)\n',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'project',
    collect: source => {
      const facts = functionFacts(source)
      return facts.length === 0 ? undefined : facts
    },
    judge: files => {
      const names = projectNames(files)
      const read = files.map(({ path, collected }) => ({
        path,
        functions: (collected ?? []) as readonly FunctionFact[],
      }))
      const found = blockedBy(read, names.canonical).filter(({ caller }) => !aside.test(caller.symbol))
      return found.map(({ path, caller, call, way }) => ({
        path,
        line: call.line,
        column: call.column,
        symbol: caller.symbol,
        message: `\`${call.written}\` blocks the event loop: ${way.join(' → ')}.`,
      }))
    },
  },
})
