import { expect, test } from 'vitest'
import { firstFew } from './first-few.ts'

test.each([
  [[], ''],
  [['a', 'b'], 'a, b'],
  [['a', 'b', 'c'], 'a, b and 1 more'],
])('of %j two are named', (names, text) => {
  expect(firstFew(names, 2)).toBe(text)
})
