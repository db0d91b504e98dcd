import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const four = ['external', 'internal-team', 'developers', 'automated-systems'] as const

test('four groups without a rule between them: a point [C-30]', () => {
  expect(verdict(rule, view({ intake: { users: four } }))).toBe('lose 1')
})

test('fewer groups or a decision win it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { users: four.slice(1) } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { users: four }, decisions: decided('compatibility') }))).toBe('keep')
  expect(verdict(rule, view({ intake: { users: four }, decisions: decided('support') }))).toBe('keep')
})

test('a trial may try everybody', () => {
  expect(verdict(rule, view({ intake: { users: four, maturity: 'prototype', lifespan: 'short-term' } }))).toBe('keep')
})
