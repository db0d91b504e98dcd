import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { requirements } from './requirements.ts'

const root = join(import.meta.dirname, '..')
const tests = globSync(['src/**/*.test.ts', 'test/**/*.test.ts'], { cwd: root })

/** Ids in the square brackets of a test's name: `test('… [C-30, C-31]', …)`. */
const cited = new Set(
  tests.flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\[([A-Z]-\d\w*(?:[,\s]+[A-Z]-\d\w*)*)\]/g)].flatMap(
      ([, ids]) => (ids ?? '').split(/[,\s]+/),
    ),
  ),
)

test('every delivered requirement is cited by a test', () => {
  const delivered = Object.entries(requirements).filter(([, status]) => status === 'delivered')
  expect(delivered.length).toBeGreaterThan(30)
  expect(delivered.map(([id]) => id).filter(id => !cited.has(id))).toEqual([])
})

test('no test cites a requirement that the specification does not have', () => {
  expect([...cited].filter(id => !(id in requirements))).toEqual([])
})
