import { expect, test } from 'vitest'
import { type GateStanding, gateStanding } from './standing.ts'
import type { Outcome } from './verdict.ts'

const row = (outcome: Outcome) => ({ check: 'style', title: 'Style', outcome, reason: '' })

test.each<[GateStanding, readonly Outcome[], boolean]>([
  ['passed', ['PASS', 'SKIPPED'], true],
  ['failed', ['PASS', 'FAIL'], false],
  ['failed', ['PARTIAL', 'SKIPPED'], false],
  ['open', ['PASS', 'SKIPPED'], false],
])('a gate is %s with %j', (word, outcomes, passed) => {
  expect(gateStanding({ passed, rows: outcomes.map(row) }, true)).toBe(word)
})

test('a verdict on another tree is stale, and no verdict is none', () => {
  expect(gateStanding(undefined, true)).toBe('stale')
  expect(gateStanding(undefined, false)).toBe('not-run')
  // What it said of this tree before the run was opened again is about another plan.
  expect(gateStanding({ passed: true, rows: [] }, false)).toBe('not-run')
})
