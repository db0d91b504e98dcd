import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('years of dependents in weeks of life: two points [C-30]', () => {
  expect(verdict(rule, view({ intake: { maturity: 'long-term', lifespan: 'short-term' } }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: { maturity: 'long-term', lifespan: 'long-term' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { maturity: 'production', lifespan: 'short-term' } }))).toBe('keep')
})

test('a trial for years: one point, and either answer wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { maturity: 'prototype', lifespan: 'long-term' } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { maturity: 'production', lifespan: 'long-term' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { maturity: 'prototype', lifespan: 'short-term' } }))).toBe('keep')
})
