import { expect, test } from 'vitest'
import {
  because,
  by,
  passing,
  reviewing,
  taskAfter,
  unlooked,
  unsafe,
  unstyled,
  validation,
} from '../../../../test/machine-commands.ts'
import type { ContentHash } from '../../../base/brand.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { isSettled, mostTries, task } from './machine.ts'
import type { TaskCommand, TaskState } from './types.ts'

const start: TaskCommand = { type: 'start', doer: 'builtin' }
const fail: TaskCommand = { type: 'fail', reason: 'It crashed.' }
const deliver: TaskCommand = {
  type: 'deliver',
  delivered: { hash: 'a'.repeat(64) as ContentHash, bytes: 3, doer: 'x' },
}
const then = (state: TaskState, ...commands: readonly TaskCommand[]): TaskState =>
  commands.reduce((at, command) => {
    const events = task.decide(at, command)
    if (isRefusal(events)) throw new Error(events.code)
    return events.reduce(task.apply, at)
  }, state)

test('a file is made, checked, reviewed and put in place [C-67]', () => {
  const accepted = then(reviewing(passing), { type: 'accept', by })
  expect(accepted).toMatchObject({ at: 'accepted', decided: { what: 'accepted', by } })
  expect(then(accepted, { type: 'place' }).at).toBe('done')
})

test('an open security finding cannot be accepted, whatever is acknowledged [C-68]', () => {
  const all = unsafe.rows.map(row => row.check)
  expect(task.decide(reviewing(unsafe), { type: 'accept', by: because, acknowledged: all })).toMatchObject({
    code: 'TSQ-SEC-OPEN',
    data: { findings: ['F-security'] },
  })
})

test('a dismissed security finding no longer stands in the way; another one still does [C-68]', () => {
  const two = { ...unsafe, findings: [...unsafe.findings, { ...unsafe.findings[0]!, id: 'F-other' }] }
  const one = then(reviewing(two), { type: 'dismiss', by: because, finding: 'F-security' })
  expect(task.decide(one, { type: 'accept', by })).toMatchObject({ data: { findings: ['F-other'] } })
  const none = then(one, { type: 'dismiss', by: because, finding: 'F-other' })
  expect(then(none, { type: 'accept', by }).at).toBe('accepted')
})

test('a finding is dismissed only with a reason, and only when it is there [C-68]', () => {
  const state = reviewing(unsafe)
  for (const why of [undefined, '', '  '])
    expect(
      task.decide(state, { type: 'dismiss', by: why === undefined ? by : { ...by, why }, finding: 'F-security' }),
    ).toMatchObject({ code: 'TSQ-TASK-REASON' })
  expect(task.decide(state, { type: 'dismiss', by: because, finding: 'F-else' })).toMatchObject({
    code: 'TSQ-UNKNOWN-NAME',
    data: { known: ['F-security'] },
  })
})

test('a failing check is accepted only when it is acknowledged by name [C-69]', () => {
  const two = reviewing(validation({ syntax: 'PASS', style: 'FAIL', tests: 'PARTIAL' }))
  expect(task.decide(two, { type: 'accept', by })).toMatchObject({ data: { failing: ['style', 'tests'] } })
  expect(task.decide(two, { type: 'accept', by, acknowledged: ['style'] })).toMatchObject({
    code: 'TSQ-TASK-NOT-PASSING',
    data: { failing: ['tests'] },
  })
  const accepted = then(two, { type: 'accept', by, acknowledged: ['style', 'tests'] })
  expect(accepted.decided).toEqual({ what: 'accepted', by, acknowledged: ['style', 'tests'] })
})

test.each([
  ['every row was skipped', unlooked],
  ['there is no row', { rows: [], findings: [] }],
])('nothing is accepted when %s: zero checks are never a pass [K-02b]', (_, judged) => {
  expect(task.decide(reviewing(judged), { type: 'accept', by: because, acknowledged: ['syntax'] })).toMatchObject({
    code: 'TSQ-TASK-NOT-PASSING',
    data: { failing: ['no check passed'] },
  })
})

test('after three failed tries the task waits for a person and says why [C-69]', () => {
  const twice = taskAfter(start, fail, start, fail)
  expect(twice).toMatchObject({ at: 'planned', tries: 2 })
  const thrice = then(twice, start, fail)
  expect(thrice).toMatchObject({ at: 'waiting', tries: mostTries, how: '3 attempts failed; the last: It crashed.' })
  expect(thrice.failures.map(each => each.attempt)).toEqual([1, 2, 3])
  expect(then(thrice, start).at).toBe('making')
  expect(then(thrice, deliver).at).toBe('checking')
})

test('it says how many attempts failed, not how many a doer may make [C-69]', () => {
  const tryAgain = [start, fail] as const
  const sentBack = then(reviewing(unstyled), { type: 'regenerate', by }, ...tryAgain, ...tryAgain, ...tryAgain)
  expect(sentBack.how).toBe('4 attempts failed; the last: It crashed.')
  // A try that was cut off by the end of the process is one, and failed at nothing.
  expect(taskAfter(start, start, start, fail).how).toBe('1 attempt failed; the last: It crashed.')
  expect(then(taskAfter(...tryAgain, ...tryAgain, ...tryAgain), ...tryAgain).how).toMatch(/^4 attempts failed/)
})

test('asking for a modification keeps what was asked and gives the doer its tries again [C-67]', () => {
  const back = then(reviewing(unstyled), { type: 'modify', by, asked: 'Shorter, please.' })
  expect(back).toMatchObject({ at: 'planned', tries: 0, attempt: 1, asked: 'Shorter, please.' })
  expect(then(back, start)).toMatchObject({ at: 'making', attempt: 2 })
})

test('regenerating sends the task back to its beginning [C-67]', () => {
  expect(then(reviewing(passing), { type: 'regenerate', by })).toMatchObject({ at: 'planned', tries: 0 })
})

test('a change needs its words [C-67]', () => {
  for (const asked of ['', ' \n'])
    expect(task.decide(reviewing(unsafe), { type: 'modify', by, asked })).toMatchObject({ code: 'TSQ-TASK-ASK' })
  expect(then(reviewing(unsafe), { type: 'modify', by, asked: 'Read it from the settings.' }).asked).toBe(
    'Read it from the settings.',
  )
})

test.each(['defer', 'abort'] as const)(
  '%s needs a reason and is possible wherever a person can be asked [C-67]',
  type => {
    const states = [
      task.initial,
      taskAfter(start),
      taskAfter(start, { type: 'wait', how: 'By hand.' }),
      reviewing(unsafe),
    ]
    for (const state of states) {
      expect(task.decide(state, { type, by })).toMatchObject({ code: 'TSQ-TASK-REASON' })
      const left = then(state, { type, by: because })
      expect(isSettled(left)).toBe(true)
      expect(left.decided?.by).toEqual(because)
    }
  },
)

test('a deferred task can be taken up again, an edited file be given in again; an aborted one is over [C-67]', () => {
  const deferred = taskAfter({ type: 'defer', by: because })
  expect(then(deferred, start).at).toBe('making')
  expect(then(deferred, deliver).at).toBe('checking')
  expect(task.possible('aborted')).toEqual([])
  expect(task.possible('done')).toEqual(['deliver'])
})

test('a file that is delivered again is checked again before it can be accepted [C-67]', () => {
  const again = then(reviewing(passing), deliver)
  expect(again.at).toBe('checking')
  expect(task.decide(again, { type: 'accept', by })).toMatchObject({ code: 'TSQ-RUN-ORDER' })
})

test('every failure is kept with how it was settled [C-69]', () => {
  const first = then(reviewing(unstyled), { type: 'regenerate', by }, start, deliver)
  const second = then(first, { type: 'judge', validation: unstyled }, { type: 'accept', by, acknowledged: ['style'] })
  expect(second.failures).toEqual([
    { attempt: 1, what: 'style: It was looked at.', settled: 'a later delivery passed' },
    { attempt: 2, what: 'style: It was looked at.', settled: 'acknowledged when it was accepted' },
  ])
})
