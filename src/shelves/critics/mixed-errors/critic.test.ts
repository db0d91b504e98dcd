import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('two ways without a line between them: a point [C-30]', () => {
  expect(verdict(rule, view({ architecture: { errors: 'mixed' } }))).toBe('lose 1')
})

test('a reason or a single way wins it back [C-31]', () => {
  const rationale = { errors: 'Bad input is returned, misuse is raised.' }
  expect(verdict(rule, view({ architecture: { errors: 'mixed', rationale } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { errors: 'exceptions' } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { errors: 'results' } }))).toBe('keep')
})

test('a trial may mix', () => {
  expect(
    verdict(
      rule,
      view({ intake: { maturity: 'prototype', lifespan: 'short-term' }, architecture: { errors: 'mixed' } }),
    ),
  ).toBe('keep')
})
