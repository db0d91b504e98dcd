import { field } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const sleepers: ReadonlySet<string> = new Set(['time.sleep', 'asyncio.sleep', 'anyio.sleep', 'trio.sleep'])

export default rule({
  id: 'sleeping-test',
  pack: 'tests',
  allows: 'allow tests that sleep for a second or more',
  what: 'A test sleeps for a second or more.',
  why: 'Everybody waits for it at every run, and on a slow machine it is still too short: such tests fail now and then.',
  fix: 'Wait for what is meant, with a limit; or hand in a clock that the test can turn.',
  bad: 'import time\n\n\ndef test_expires() -> None:\n    entry = cache.put("a", seconds=1)\n    time.sleep(1.5)\n    assert entry.expired\n',
  good: 'def test_expires(clock) -> None:\n    entry = cache.put("a", seconds=1)\n    clock.forward(1.5)\n    assert entry.expired\n',
  at: 'tests/test_cache.py',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  files: isTestFile,
  look: {
    by: 'source',
    mentions: ['sleep('],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (called?.text.endsWith('sleep') !== true) return undefined
        const [seconds] = positional(node)
        if (
          seconds === undefined ||
          !/^(?:integer|float)$/.test(seconds.type) ||
          Number(seconds.text.replaceAll('_', '')) < 1
        )
          return undefined
        const test = source.functionAround(node)
        const isTest = test !== undefined && (field(test, 'name')?.text.startsWith('test') ?? false)
        // Long sleeps stand for work that is cancelled; nobody waits for them.
        const isWaited = Number(seconds.text.replaceAll('_', '')) <= 30
        return isTest && isWaited && sleepers.has(source.nameOf(called) ?? '')
          ? at(node, `Everybody who runs the tests waits here for ${seconds.text} s.`)
          : undefined
      },
    },
  },
})
