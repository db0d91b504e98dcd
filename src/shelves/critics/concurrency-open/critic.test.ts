import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('an open answer loses a point, each of the three choices wins it back [C-31]', () => {
  expect(verdict(rule, view({ intake: { concurrency: 'recommend' } }))).toBe('lose 1')
  for (const concurrency of ['sync', 'async', 'mixed'] as const)
    expect(verdict(rule, view({ intake: { concurrency } }))).toBe('keep')
})
