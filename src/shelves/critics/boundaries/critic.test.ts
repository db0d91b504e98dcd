import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('no boundary loses two, one loses one, two keep all [C-31]', () => {
  expect(verdict(rule, view({ intake: { non_goals: [] } }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: { non_goals: ['a page'] } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { non_goals: ['a page', 'a server'] } }))).toBe('keep')
})

test('a trial or a tool of one’s own with one boundary only hears of it', () => {
  expect(
    verdict(rule, view({ intake: { non_goals: ['a page'], maturity: 'prototype', lifespan: 'short-term' } })),
  ).toBe('remark')
  expect(verdict(rule, view({ intake: { non_goals: ['a page'], users: ['personal'] } }))).toBe('remark')
})
