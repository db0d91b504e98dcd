import { expect, test } from 'vitest'
import { ticksIn } from './ticks.ts'

const named = (text: string) =>
  ticksIn('tasks.md', text).map(each =>
    each.references.map(
      one =>
        `${one.kind} ${one.kind === 'symbol' ? one.name : one.kind === 'test' ? `${one.path} ${one.name}` : one.path}`,
    ),
  )

test('only what is ticked is read, with its line and the headings above it [X-02]', () => {
  const text =
    '# Plan\n\n## Orders\n\n- [x] One\n- [ ] Two\n  - [X] Three\n* plain\n\n## Shop\n\n1. [x] Four\n\n```\n- [x] in a block\n```\n\n[x] no item\n'
  expect(ticksIn('a.md', text).map(({ line, text: words, headings }) => [line, words, headings])).toEqual([
    [5, 'One', ['Plan', 'Orders']],
    [7, 'Three', ['Plan', 'Orders']],
    [12, 'Four', ['Plan', 'Shop']],
  ])
})

test.each([
  ['Create `src/a/b.py`', ['path src/a/b.py']],
  ['Create src/a/b.py, then go', ['path src/a/b.py']],
  ['See [it](docs/a.md) and [that](https://example.org/a.md)', ['path docs/a.md']],
  ['Fix `src/a.py:12` and `./b.py:3-9`', ['path src/a.py', 'path b.py']],
  ['`tests/test_a.py::TestB::test_c[1-2]`', ['test tests/test_a.py TestB.test_c']],
  [
    '`OrderService.create()`, `make_order`, `OrderService`, `a.b`',
    ['symbol OrderService.create', 'symbol make_order', 'symbol OrderService', 'symbol a.b'],
  ],
  ['a value of `true`, `None`, `x`, `GET /orders`, `--fix`, `uv run pytest`', []],
  ['https://github.com/a/b/blob/main/src/a.py', []],
  ['`/etc/hosts` and `~/.config/a.toml` and `../up/a.py`', []],
  ['`src/app/`', ['path src/app']],
  ['e.g. this/that or and/or', []],
])('%s names %j [X-02]', (text, references) => {
  expect(named(`- [x] ${text}\n`)).toEqual([references])
})

test.each([
  ['Remove `helper` from `src/a.py`', ['symbol helper']],
  ['**T-003** Delete src/old.py', ['path src/old.py']],
  ['T004: drop `old_thing()` from the module', ['symbol old_thing']],
])('%s wants something gone [X-02]', (text, references) => {
  const [tick] = ticksIn('a.md', `- [x] ${text}\n`)
  expect(tick?.wants).toBe('gone')
  expect(named(`- [x] ${text}\n`)).toEqual([references])
})
