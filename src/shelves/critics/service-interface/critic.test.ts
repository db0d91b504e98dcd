import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('an API service without an API loses; the API or another purpose wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: service }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: service, features: { api: 'flask' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { ...service, purpose: 'internal-service' } }))).toBe('keep')
})

test('a library needs none', () => {
  expect(verdict(rule, view())).toBe('keep')
})
