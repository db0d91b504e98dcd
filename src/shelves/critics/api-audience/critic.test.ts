import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('an API for nobody in particular loses; naming them wins it back [C-31]', () => {
  expect(verdict(rule, view({ features: { api: 'fastapi' } }))).toBe('lose 1')
  expect(verdict(rule, view({ features: { api: 'fastapi', api_audience: 'internal' } }))).toBe('keep')
})

test('an audience outside that the intake does not know loses; either answer wins it back [C-31]', () => {
  const features = { api: 'fastapi', api_audience: 'external' } as const
  expect(verdict(rule, view({ features, intake: { users: ['internal-team'] } }))).toBe('lose 1')
  expect(verdict(rule, view({ features, intake: { users: ['internal-team', 'external'] } }))).toBe('keep')
})

test('without an API there is nothing to ask', () => {
  expect(verdict(rule, view())).toBe('keep')
})
