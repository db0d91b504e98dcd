import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library with requirements files loses a point [C-30]', () => {
  expect(verdict(rule, view({ architecture: { dependencies: 'pip-requirements' } }))).toBe('lose 1')
})

test('each other manager, or a reason, wins it back [C-31]', () => {
  for (const dependencies of ['uv', 'poetry', 'pdm', 'pip-pyproject'] as const)
    expect(verdict(rule, view({ architecture: { dependencies } }))).toBe('keep')
  const rationale = { dependencies: 'The house mirrors only pip.' }
  expect(verdict(rule, view({ architecture: { dependencies: 'pip-requirements', rationale } }))).toBe('keep')
})

test('what is deployed may pin', () => {
  expect(verdict(rule, view({ intake: { purpose: 'cli' }, architecture: { dependencies: 'pip-requirements' } }))).toBe(
    'keep',
  )
})
