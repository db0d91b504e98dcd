import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const files = ['src/plain/check.py']

test('a demonstration without examples/ loses a point [C-32]', () => {
  expect(verdict(rule, view({ files }))).toBe('lose 1')
})

test('a file there, or no demonstration, wins it back [C-31]', () => {
  expect(verdict(rule, view({ files: [...files, 'examples/first.py'] }))).toBe('keep')
  expect(verdict(rule, view({ files, features: { demo: 'none' } }))).toBe('keep')
})
