import { expect, test } from 'vitest'
import type { Outcome } from '../core/gates/verdict.ts'
import { task } from '../core/workflow/task/machine.ts'
import { testsSeen } from './planned-tests.ts'

const judged = (outcome: Outcome, reason: string) =>
  testsSeen({
    ...task.initial,
    validation: { rows: [{ check: 'tests', title: 'Tests', outcome, reason }], findings: [] },
  })

test('of tests that somebody wrote is said what was seen of them, and never that they pass without it [C-80] [K-02]', () => {
  expect(judged('PASS', '3 tests passed')).toMatch(/^its tests pass; that they would fail/)
  expect(judged('FAIL', 'test_a failed')).toBe('accepted although its tests do not pass (test_a failed).')
  expect(judged('PARTIAL', 'one was left out')).toContain('do not pass (one was left out)')
  expect(judged('SKIPPED', 'not run')).toBe('its tests did not run (not run): nothing is known of them.')
  expect(testsSeen(task.initial)).toBe('its tests did not run: nothing is known of them.')
})
