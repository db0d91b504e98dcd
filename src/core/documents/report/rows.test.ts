import { expect, test } from 'vitest'
import { rows, sampleModel } from '../../../../test/report-models.ts'
import { notPassed, tally } from './rows.ts'

test('a tally counts every result, and says when there is none [K-02b]', () => {
  expect(tally(rows)).toBe('3 PASS, 1 FAIL, 1 PARTIAL, 2 SKIPPED')
  expect(tally([])).toBe('not checked')
})

test('what several tasks share is said once, failures first', () => {
  const [first] = sampleModel().tasks
  if (first === undefined) throw new Error('the sample has tasks')
  const tasks = ['T-1', 'T-2'].map(id => ({ ...first, id: id as typeof first.id, rows: rows.toReversed() }))
  const shared = notPassed(tasks)
  expect(shared.map(each => each.outcome)).toEqual(['FAIL', 'PARTIAL', 'SKIPPED', 'SKIPPED'])
  for (const each of shared) expect(each.tasks).toEqual(['T-1', 'T-2'])
})
