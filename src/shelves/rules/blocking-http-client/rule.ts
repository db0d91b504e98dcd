import { isOfProgram } from '../../../core/python/file-role.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'blocking-http-client',
  pack: 'async',
  allows: 'allow a blocking `httpx.Client` in async code',
  what: 'A coroutine makes requests with an `httpx.Client`.',
  why: 'It is the client for ordinary functions: the event loop stands still until the other side has answered.',
  fix: 'Use `httpx.AsyncClient` and await its methods.',
  bad: 'import httpx\n\n\nasync def price(client: httpx.Client) -> str:\n    return client.get("https://example.org").text\n',
  good: 'import httpx\n\n\nasync def price(client: httpx.AsyncClient) -> str:\n    return (await client.get("https://example.org")).text\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: { by: 'ruff', code: 'ASYNC212' },
})
