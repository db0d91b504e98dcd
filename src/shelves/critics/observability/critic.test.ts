import { expect, test } from 'vitest'
import { decided, service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a service nobody can look into loses, the more the less it logs [C-30]', () => {
  expect(verdict(rule, view({ intake: service, architecture: { logging: 'minimal' } }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: service, architecture: { logging: 'stdlib' } }))).toBe('lose 1')
})

test('structured events or a decision win it back [C-31]', () => {
  expect(verdict(rule, view({ intake: service, architecture: { logging: 'structlog' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: service, decisions: decided('observability') }))).toBe('keep')
})

test('a library is looked into by its host', () => {
  expect(verdict(rule, view({ architecture: { logging: 'minimal' } }))).toBe('keep')
})
