import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library that hands dependencies on is told so', () => {
  expect(verdict(rule, view({ architecture: { logging: 'structlog' } }))).toBe('remark')
  expect(verdict(rule, view({ architecture: { configuration: 'pydantic-settings' } }))).toBe('remark')
})

test('a reason settles it; a program hands nothing on', () => {
  expect(verdict(rule, view({ architecture: { logging: 'structlog', rationale: { logging: 'Hosts use it.' } } }))).toBe(
    'keep',
  )
  expect(verdict(rule, view({ intake: { purpose: 'cli' }, architecture: { logging: 'structlog' } }))).toBe('keep')
  expect(verdict(rule, view())).toBe('keep')
})
