import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const none = { testing: 'none' } as const

test('the more others rely on it, the more it loses without tests [C-34]', () => {
  expect(verdict(rule, view({ intake: { maturity: 'long-term' }, architecture: none }))).toBe('lose 5')
  expect(verdict(rule, view({ intake: { maturity: 'production' }, architecture: none }))).toBe('lose 5')
  const own = { users: ['personal'] } as const
  expect(verdict(rule, view({ intake: own, architecture: none }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: { ...own, lifespan: 'short-term' }, architecture: none }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { maturity: 'prototype', lifespan: 'short-term' }, architecture: none }))).toBe(
    'remark',
  )
})

test('any tests win it back [C-31]', () => {
  for (const testing of ['unit', 'unit+integration', 'comprehensive'] as const)
    expect(verdict(rule, view({ intake: { maturity: 'long-term' }, architecture: { testing } }))).toBe('keep')
})
