import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const mixed = { ...service, concurrency: 'mixed' } as const

test('a service that mixes without saying where loses a point [C-30]', () => {
  expect(verdict(rule, view({ intake: mixed }))).toBe('lose 1')
})

test('the line drawn, or one way for all, wins it back [C-31]', () => {
  const rationale = { concurrency: 'Reports run in worker threads.' }
  expect(verdict(rule, view({ intake: mixed, architecture: { rationale } }))).toBe('keep')
  for (const concurrency of ['sync', 'async'] as const)
    expect(verdict(rule, view({ intake: { ...mixed, concurrency } }))).toBe('keep')
})

test('a trial hears of it; what is no service has a rule of its own', () => {
  expect(verdict(rule, view({ intake: { ...mixed, maturity: 'prototype', lifespan: 'short-term' } }))).toBe('remark')
  expect(verdict(rule, view({ intake: { concurrency: 'mixed' } }))).toBe('keep')
})
