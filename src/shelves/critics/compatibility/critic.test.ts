import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const intake = { users: ['external'] } as const

test('outsiders for years without a promise: a point; the decision wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake }))).toBe('lose 1')
  expect(verdict(rule, view({ intake, decisions: decided('compatibility') }))).toBe('keep')
})

test('developers read the version; what lives shortly promises nothing', () => {
  expect(verdict(rule, view())).toBe('keep')
  expect(verdict(rule, view({ intake: { ...intake, lifespan: 'medium-term' } }))).toBe('keep')
})
