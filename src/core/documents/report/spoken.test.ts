import { expect, test } from 'vitest'
import { spoken } from './spoken.ts'

test.each([
  [['developers', 'automated-systems'], 'developers, automated-systems'],
  ['library', 'library'],
  [true, 'yes'],
  [3, '3'],
  [[], 'none'],
  [undefined, 'nothing'],
  [[{ topic: 'versioning', decision: 'tags' }], 'topic versioning, decision tags'],
])('%j is told as “%s” [C-33]', (value, said) => {
  expect(spoken(value)).toBe(said)
})
