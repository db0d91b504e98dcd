import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (python: string) => verdict(rule, view({ intake: { python } }))

test('a range that reaches back to an ended Python loses, one that holds only such more [C-30]', () => {
  expect(of('>=3.8')).toBe('lose 1')
  expect(of('3.9')).toBe('lose 3')
})

test('a higher bound wins it back [C-31]', () => {
  expect(of('>=3.12')).toBe('keep')
  expect(of('3.12')).toBe('keep')
})
