import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('choices without any reason are pointed at', () => {
  expect(verdict(rule, view({ architecture: { rationale: {} } }))).toBe('remark')
  expect(verdict(rule, view({ architecture: { rationale: { errors: ' ' } } }))).toBe('remark')
})

test('one reason is enough, and a trial needs none', () => {
  expect(verdict(rule, view({ architecture: { rationale: { errors: 'Callers expect it.' } } }))).toBe('keep')
  expect(
    verdict(rule, view({ intake: { maturity: 'prototype', lifespan: 'short-term' }, architecture: { rationale: {} } })),
  ).toBe('keep')
})
