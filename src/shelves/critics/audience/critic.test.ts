import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('alone and for the public at once: a point; naming one wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { users: ['personal', 'external'] } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { users: ['external'] } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { users: ['personal'] } }))).toBe('keep')
})

test('alone and one’s own team is worth a word, not a point', () => {
  expect(verdict(rule, view({ intake: { users: ['personal', 'internal-team'] } }))).toBe('remark')
})
