import { expect, test } from 'vitest'
import { decided, service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const local = { ...service, deployment: 'local' } as const

test('a public API on somebody’s own machine: a point [C-30]', () => {
  expect(verdict(rule, view({ intake: local }))).toBe('lose 1')
})

test('another place or a decision wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { ...local, deployment: 'cloud' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: local, decisions: decided('deployment') }))).toBe('keep')
})

test('a library or a trial may be local', () => {
  expect(verdict(rule, view({ intake: { ...local, purpose: 'library' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { ...local, maturity: 'prototype', lifespan: 'short-term' } }))).toBe('keep')
})
