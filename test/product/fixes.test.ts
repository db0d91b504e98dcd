import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { design, must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)
const out = place.path('parcels')
const file = 'src/schema_guard/pricing.py'
const custom = design('schema-guard', all => {
  all.components.push({
    name: 'pricing',
    kind: 'custom',
    does: 'Works out what a parcel costs.',
    interface: 'def price(parcel: str) -> int: ...\n',
  })
})
/** As a program that talks delivers it: in a fence, a colon forgotten, an import too, quotes of a word processor. */
const slipped = `\`\`\`python
"""What a parcel costs."""


def price(parcel: str) -> int
    """Return the price of a parcel, written as JSON, in cents."""
    return 300 + len(json.loads(parcel)) * \u2013 1
\`\`\`
`

beforeAll(async () => {
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('a.yaml', custom)]), 3)
})
const task = (...args: readonly string[]) => place.tsq(['--in', out, 'task', ...args])

test('slips and missing imports are shown as a difference, taken with a word, and checked like anything else [C-69]', async () => {
  must(await task('submit', file, '--file', place.write('pricing.py', slipped)), 3)
  const preview = must(await task('fix', file), 3)
  expect(preview.stdout).toMatch(/^-```python$/m)
  expect(preview.stdout).toMatch(/^\+import json$/m)
  expect(preview.stderr.replaceAll(/\s+/g, ' ')).toContain(
    'a Markdown fence around the file, a missing colon, characters of a word processor, missing imports (import json)',
  )
  // What is more than formatting is not covered by what was approved beforehand.
  expect(preview.stderr).not.toContain('formatting-and-imports')
  must(await task('fix', file, '--yes'), 3)
  expect(readFileSync(join(out, file), 'utf8')).toContain('* -1\n')
})

test('what a delivery changes is shown: against what lies in its place, or against the attempt before [C-67]', async () => {
  expect(must(await task('show', 'tests/test_pricing.py', '--diff'), 0).stdout).toContain('nothing to compare')
  const wrong = 'def test_price() -> None:\n    assert 1 == 2\n'
  must(await task('submit', 'tests/test_pricing.py', '--file', place.write('t.py', wrong)), 3)
  must(await task('submit', 'tests/test_pricing.py', '--file', place.write('t.py', wrong.replace('2', '3'))), 3)
  const shown = must(await task('show', 'tests/test_pricing.py', '--diff'), 0).stdout
  expect(shown).toMatch(/^-\s+assert 1 == 2$/m)
  expect(shown).toMatch(/^\+\s+assert 1 == 3$/m)
})
