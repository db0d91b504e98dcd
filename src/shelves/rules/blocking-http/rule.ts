import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-http',
  pack: 'async',
  allows: 'allow blocking HTTP requests in async code',
  what: 'A coroutine makes a request with `requests`, `urllib` or the functions of `httpx`.',
  why: 'The event loop stands still until the other side has answered, and with it every other request: one slow service makes this one slow for everybody.',
  fix: 'Use `httpx.AsyncClient` or `aiohttp`, or run the call in a thread (`asyncio.to_thread`).',
  bad: 'import requests\n\n\nasync def price() -> str:\n    return requests.get("https://example.org", timeout=3).text\n',
  good: 'import httpx\n\n\nasync def price() -> str:\n    async with httpx.AsyncClient(timeout=3) as client:\n        return (await client.get("https://example.org")).text\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC210' },
})
