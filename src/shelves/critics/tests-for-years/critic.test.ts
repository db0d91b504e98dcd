import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('for years without tests: two points, with unit tests only: one [C-30]', () => {
  expect(verdict(rule, view({ architecture: { testing: 'none' } }))).toBe('lose 2')
  expect(verdict(rule, view({ architecture: { testing: 'unit', rationale: {} } }))).toBe('lose 1')
})

test('more tests win both back, a reason only the debatable one [C-31]', () => {
  const rationale = { testing: 'The parts share only plain values.' }
  expect(verdict(rule, view({ architecture: { testing: 'unit+integration', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'comprehensive', rationale: {} } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'unit', rationale } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { testing: 'none', rationale } }))).toBe('lose 2')
})

test('weeks, or a tool of one’s own, ask for less', () => {
  expect(verdict(rule, view({ intake: { lifespan: 'short-term' }, architecture: { testing: 'none' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { users: ['personal'] }, architecture: { testing: 'none' } }))).toBe('keep')
})
