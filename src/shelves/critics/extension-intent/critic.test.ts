import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library that says nothing of extension loses a point; the decision wins it back [C-31]', () => {
  expect(verdict(rule, view({ decisions: [] }))).toBe('lose 1')
  expect(verdict(rule, view({ decisions: decided('extension') }))).toBe('keep')
})

test('a trial hears of it; a program and one’s own library are not asked', () => {
  expect(verdict(rule, view({ decisions: [], intake: { maturity: 'prototype', lifespan: 'short-term' } }))).toBe(
    'remark',
  )
  expect(verdict(rule, view({ decisions: [], intake: { purpose: 'cli' } }))).toBe('keep')
  expect(verdict(rule, view({ decisions: [], intake: { users: ['personal'] } }))).toBe('keep')
})
