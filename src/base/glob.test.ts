import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameFits, pathFits } from './glob.ts'

test.each([
  ['*.py', 'a.py', true],
  ['*.py', 'a.pyc', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[]]', ']', true],
  ['[abc', '[abc', true],
  [String.raw`\*`, '*', true],
  [String.raw`\*`, 'x', false],
  ['a*b*c', 'a-b-b-c', true],
  ['*', '', true],
])('%s and the name %s: %s', (pattern, name, fits) => expect(nameFits(pattern, name)).toBe(fits))

test.each([
  ['packages/*', 'packages/a', true],
  ['packages/*', 'packages/a/b', false],
  ['**/a', 'a', true],
  ['**/a', 'x/y/a', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**', 'a/x/y', true],
  ['a', 'b/a', false],
])('%s and the path %s: %s', (pattern, path, fits) => expect(pathFits(pattern, path)).toBe(fits))

test('no pattern takes for ever, whatever it is [Q-05]', () => {
  const started = performance.now()
  expect(nameFits(`${'*a'.repeat(500)}b`, 'a'.repeat(4000))).toBe(false)
  expect(pathFits(`${'**/a/'.repeat(99)}b`, 'a/'.repeat(2000))).toBe(false)
  // Seconds are a hundred times what it takes; what takes for ever takes longer than a test.
  expect(performance.now() - started).toBeLessThan(30_000)
})

test('a name always fits itself with its signs escaped, and a star fits everything', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 20 }).filter(each => !each.includes('/')),
      name => {
        expect(
          nameFits(
            name.replaceAll(/[\\*?[\]]/g, sign => `\\${sign}`),
            name,
          ),
        ).toBe(true)
        expect(nameFits('*', name)).toBe(true)
      },
    ),
  )
})
