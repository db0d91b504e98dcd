import { expect, test } from 'vitest'
import { isRefusal } from '../../base/refusal.ts'
import { withoutAwaiting } from './blocking.ts'
import { render } from './render.ts'

test.each([
  ['    async def get(self) -> int:', '    def get(self) -> int:'],
  ['        async with self._lock:', '        with self._lock:'],
  ['        async for piece in pieces:', '        for piece in pieces:'],
  ['    return await self._send(await value)', '    return self._send(value)'],
  ['    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep', '    sleep: Callable[[float], None] = time.sleep'],
  ['    async def __aenter__(self) -> Self:', '    def __enter__(self) -> Self:'],
  ['http = httpx2.AsyncClient(); await http.aclose()', 'http = httpx2.Client(); http.close()'],
  ['async def pieces() -> AsyncIterator[bytes]:', 'def pieces() -> Iterator[bytes]:'],
  ['    asyncio.run(main())', '    main()'],
  ['Use it as the context of an `async with`.', 'Use it as the context of a `with`.'],
  ['@asynccontextmanager', '@contextmanager'],
])('%s becomes %s where nothing awaits', (written, plain) => {
  expect(withoutAwaiting(written)).toBe(plain)
})

test.each(['awaited = 1', 'import asyncio', 'closed = area_close', '"""An asynchronous call."""'])(
  '%s stays as it is',
  line => {
    expect(withoutAwaiting(line)).toBe(line)
  },
)

const template = {
  name: 'x.py',
  text: `# tsq: blocking concurrency: sync
async def main() -> None:
    # tsq: slot words
    """A sample."""
    # tsq: end
    await work()
# tsq: end
`,
}
const made = (chosen: string) => {
  const text = render(template, {
    names: {},
    choices: { concurrency: { chosen, ids: ['sync', 'async'] } },
    slots: { words: ['"""Jobs await their turn."""'] as never },
    loops: {},
  })
  return isRefusal(text) ? text.data.reason : text
}

test('a template is written once: what waits in one design blocks in the other', () => {
  expect(made('async')).toBe('async def main() -> None:\n    """Jobs await their turn."""\n    await work()\n')
})

test('the words of a person are no code and stay as they are', () => {
  expect(made('sync')).toBe('def main() -> None:\n    """Jobs await their turn."""\n    work()\n')
})
