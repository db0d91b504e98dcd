import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (purpose: 'prototype' | 'cli', maturity: 'prototype' | 'production' | 'long-term') =>
  verdict(rule, view({ intake: { purpose, maturity } }))

test('a prototype for years loses more than one in production [C-30]', () => {
  expect(of('prototype', 'production')).toBe('lose 1')
  expect(of('prototype', 'long-term')).toBe('lose 2')
})

test('either answer wins it back [C-31]', () => {
  expect(of('prototype', 'prototype')).toBe('keep')
  expect(of('cli', 'long-term')).toBe('keep')
})
