import { expect, test } from 'vitest'
import { decided, service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('strangers and programs that feed it in production earn a word [C-31]', () => {
  expect(verdict(rule, view({ intake: { users: ['automated-systems'] } }))).toBe('remark')
  expect(verdict(rule, view({ intake: { users: ['external'], purpose: 'cli' } }))).toBe('remark')
})

test('the decision settles it [C-31]', () => {
  expect(verdict(rule, view({ intake: { users: ['external'] }, decisions: decided('security') }))).toBe('keep')
})

test('a service has a rule of its own; a trial and the house’s own people are not asked', () => {
  expect(verdict(rule, view({ intake: service }))).toBe('keep')
  expect(verdict(rule, view({ intake: { users: ['external'], maturity: 'prototype', lifespan: 'short-term' } }))).toBe(
    'keep',
  )
  expect(verdict(rule, view({ intake: { users: ['internal-team'] } }))).toBe('keep')
})
