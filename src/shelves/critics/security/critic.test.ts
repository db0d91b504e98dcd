import { expect, test } from 'vitest'
import { decided, service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a door nobody spoke of loses two points outside, one inside [C-30]', () => {
  expect(verdict(rule, view({ intake: service }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: { ...service, users: ['internal-team'] } }))).toBe('lose 1')
})

test('the decision wins them back [C-31]', () => {
  expect(verdict(rule, view({ intake: service, decisions: decided('security') }))).toBe('keep')
})

test('a trial hears of it; a library has no door', () => {
  expect(verdict(rule, view({ intake: { ...service, maturity: 'prototype', lifespan: 'short-term' } }))).toBe('remark')
  expect(verdict(rule, view())).toBe('keep')
})
