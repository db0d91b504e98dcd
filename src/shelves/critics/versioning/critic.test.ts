import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('others depend on releases, and no word on versions: a point [C-30]', () => {
  for (const user of ['developers', 'external', 'automated-systems'] as const)
    expect(verdict(rule, view({ intake: { users: [user] }, decisions: [] }))).toBe('lose 1')
})

test('the decision wins it back, however its topic is spelt [C-31]', () => {
  expect(verdict(rule, view({ decisions: decided('versioning') }))).toBe('keep')
  expect(verdict(rule, view({ decisions: [{ topic: 'Versioning ', decision: 'Calendar versions.' }] }))).toBe('keep')
})

test('a decision without words is none', () => {
  expect(verdict(rule, view({ decisions: [{ topic: 'versioning', decision: ' ' }] }))).toBe('lose 1')
})

test('your own team moves with you; a trial only hears of it', () => {
  expect(verdict(rule, view({ intake: { users: ['internal-team'] }, decisions: [] }))).toBe('keep')
  expect(verdict(rule, view({ intake: { maturity: 'prototype', lifespan: 'short-term' }, decisions: [] }))).toBe(
    'remark',
  )
})
