import { expect, test } from 'vitest'
import { counts, gateOf, gateSchema, outOfBounds, strict, thresholdSchema } from './gate.ts'

test('a gate names checks, each with what it bears [K-01]', () => {
  const gate = gateOf(
    'quick',
    gateSchema.parse({ checks: ['syntax', { tests: { measures: { coverage_percent: { least: 90 } } } }] }),
  )
  expect(gate.checks.map(each => each.check)).toEqual(['syntax', 'tests'])
  expect(gate.checks[0]?.threshold).toEqual(strict)
  expect(outOfBounds(gate.checks[1]!.threshold, { coverage_percent: 89.9 })).toEqual([
    'coverage_percent is 89.9, at least 90 is asked',
  ])
  expect(outOfBounds(gate.checks[1]!.threshold, { coverage_percent: 90 })).toEqual([])
  expect(outOfBounds(gate.checks[1]!.threshold, {})).toEqual(['coverage_percent was not measured'])
})

test('a gate without checks is refused, and so is a key that means nothing [K-02b]', () => {
  expect(gateSchema.safeParse({ checks: [] }).success).toBe(false)
  expect(gateSchema.safeParse({}).success).toBe(false)
  expect(gateSchema.safeParse({ checks: [{ tests: { coverage: 80 } }] }).success).toBe(false)
})

test('what counts begins at a severity', () => {
  const from = thresholdSchema.parse({ from: 'high' })
  expect(['low', 'medium', 'high', 'critical'].map(each => counts(from, each as never))).toEqual([
    false,
    false,
    true,
    true,
  ])
})
