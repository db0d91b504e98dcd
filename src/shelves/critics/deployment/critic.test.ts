import { expect, test } from 'vitest'
import { decided, service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const open = { ...service, deployment: 'undecided' } as const

test('what has to run and has no place loses [C-30]', () => {
  expect(verdict(rule, view({ intake: open }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: { ...open, purpose: 'cli' } }))).toBe('lose 1')
})

test('a place or a decision wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { ...open, deployment: 'cloud' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: open, decisions: decided('deployment') }))).toBe('keep')
})

test('a library hears of it, a trial may wait', () => {
  expect(verdict(rule, view({ intake: { deployment: 'undecided' } }))).toBe('remark')
  expect(verdict(rule, view({ intake: { ...open, maturity: 'prototype', lifespan: 'short-term' } }))).toBe('keep')
})
