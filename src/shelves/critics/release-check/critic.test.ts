import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const none = { testing: 'none', rationale: {} } as const

test('releases for others that nothing checks: a point [C-30]', () => {
  expect(verdict(rule, view({ architecture: none }))).toBe('lose 1')
})

test('tests, or a word on what takes their place, win it back [C-31]', () => {
  const rationale = { testing: 'Each release runs beside the old one for a week.' }
  expect(verdict(rule, view({ architecture: { testing: 'unit', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'none', rationale } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'none', rationale: { testing: 'tbd' } } }))).toBe('lose 1')
})

test('a trial or a tool of one’s own is released to nobody', () => {
  expect(verdict(rule, view({ architecture: none, intake: { maturity: 'prototype', lifespan: 'short-term' } }))).toBe(
    'keep',
  )
  expect(verdict(rule, view({ architecture: none, intake: { users: ['personal'] } }))).toBe('keep')
})
