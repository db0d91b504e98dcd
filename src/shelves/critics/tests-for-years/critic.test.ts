import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('for years without tests: three points, with unit tests only: one [C-30]', () => {
  expect(verdict(rule, view({ architecture: { testing: 'none' } }))).toBe('lose 3')
  expect(verdict(rule, view({ architecture: { testing: 'unit', rationale: {} } }))).toBe('lose 1')
})

test('more tests win both back, a reason only the debatable one [C-31]', () => {
  const rationale = { testing: 'The parts share only plain values.' }
  expect(verdict(rule, view({ architecture: { testing: 'unit+integration', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'comprehensive', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'unit', rationale } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'none', rationale } }))).toBe('lose 3')
})

test('a shorter life asks for less, a trial or a tool of one’s own for nothing', () => {
  const weeks = { lifespan: 'short-term' } as const
  expect(verdict(rule, view({ intake: weeks, architecture: { testing: 'none' } }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: weeks, architecture: { testing: 'unit', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { ...weeks, maturity: 'prototype' }, architecture: { testing: 'none' } }))).toBe(
    'keep',
  )
  expect(verdict(rule, view({ intake: { users: ['personal'] }, architecture: { testing: 'none' } }))).toBe('keep')
})
