import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const trial = { purpose: 'prototype', maturity: 'prototype', lifespan: 'short-term' } as const
const parts = (count: number) => Array.from({ length: count }, () => ({}))

test('a trial of many parts loses a point, of very many two; four keep all [C-31] [C-32]', () => {
  expect(verdict(rule, view({ intake: trial, components: parts(5) }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: trial, components: parts(9) }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: trial, components: parts(4) }))).toBe('keep')
})

test('what others rely on may have a dozen [C-32]', () => {
  expect(verdict(rule, view({ components: parts(12) }))).toBe('keep')
  expect(verdict(rule, view({ components: parts(13) }))).toBe('lose 1')
  expect(verdict(rule, view({ components: parts(25) }))).toBe('lose 2')
})
