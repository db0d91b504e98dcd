import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('one person for years: a point [C-32]', () => {
  expect(verdict(rule, view({ project: { team_size: 1 } }))).toBe('lose 1')
})

test('a decision or a second person wins it back [C-31]', () => {
  expect(verdict(rule, view({ project: { team_size: 1 }, decisions: decided('support') }))).toBe('keep')
  expect(verdict(rule, view({ project: { team_size: 2 } }))).toBe('keep')
})

test('an unknown team, a short life and a tool of one’s own are not judged', () => {
  expect(verdict(rule, view())).toBe('keep')
  expect(verdict(rule, view({ project: { team_size: 1 }, intake: { lifespan: 'short-term' } }))).toBe('keep')
  expect(verdict(rule, view({ project: { team_size: 1 }, intake: { users: ['personal'] } }))).toBe('keep')
})
