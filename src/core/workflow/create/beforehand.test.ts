import { expect, test } from 'vitest'
import { because, commands, createAfter, making, outlines, wayTo } from '../../../../test/machine-commands.ts'
import type { Approvals } from '../../design/answers/schema.ts'
import type { By } from '../decision.ts'
import { stillHeld } from './beforehand.ts'
import type { CreateCommand, CreateState } from './types.ts'

const path = outlines[0].path
const giver: By = { who: 'Grace', channel: 'answers-file' }
const approvals: Approvals = {
  structure: 'approve',
  critic_2: 'proceed',
  plan: 'approve',
  tasks: 'accept-passing',
  dismissals: [{ task: path, rule: 'S105', why: 'no secret' }],
  task_decisions: { [path]: 'accept', 'docs/other.md': 'defer' },
}
const record = (given: Approvals): CreateCommand => ({ type: 'record', approvals: given, by: giver })
const made = making.map(each => commands.task('T-001', each))
const held = (state: CreateState, given = state.beforehand?.approvals ?? {}) => stillHeld(state, given)
const used: Approvals = { ...approvals, dismissals: [], task_decisions: { 'docs/other.md': 'defer' } }

test('what is said of a file counts until the file is first settled, whichever way [C-02] [C-68]', () => {
  expect(held(createAfter(...wayTo.tasks, record(approvals)))).toEqual(approvals)
  expect(held(createAfter(...wayTo.tasks, record(approvals), ...made))).toEqual(used)
  const deferred = commands.task('T-001', { type: 'defer', by: because })
  expect(held(createAfter(...wayTo.tasks, record(approvals), deferred))).toEqual(used)
})

test('given again in the same words it has been used; in other words it speaks of what lies there now [C-02]', () => {
  const once = [...wayTo.tasks, record(approvals), ...made]
  expect(held(createAfter(...once, record({ ...approvals, fixes: 'ask' })))).toEqual({ ...used, fixes: 'ask' })
  const other = { ...approvals, dismissals: [{ task: path, rule: 'S105', why: 'a sample' }] }
  expect(held(createAfter(...once, record(other)))).toEqual(other)
  // Also where a file says it that is not recorded yet.
  expect(held(createAfter(...once), other)).toEqual(other)
})

test('what is said of a file is used up where a new plan takes the file over as it was settled [C-04] [C-02]', () => {
  const again = [commands.reopenPlan, commands.plan(), record(approvals), commands.approve]
  expect(held(createAfter(...wayTo.finished, ...again))).toEqual(used)
})

test('a stage that is opened again ends all of it, a plan that is opened or changed what was said of the plan [C-04]', () => {
  const { plan: _, ...rest } = approvals
  expect(createAfter(...wayTo.tasks, record(approvals), commands.reopen('features')).beforehand).toBeUndefined()
  expect(held(createAfter(...wayTo.tasks, record(approvals), commands.reopenPlan))).toEqual(rest)
  expect(held(createAfter(...wayTo.plan, commands.plan(), record(approvals), commands.editPlan))).toEqual(rest)
})

test('an answer through another door ends what was approved for the answers of the file [C-02]', () => {
  const state = createAfter(...wayTo.structure, record(approvals), commands.answer('structure'))
  const { structure: _, critic_2: __, plan: ___, ...rest } = approvals
  expect(held(state)).toEqual(rest)
})

test('the policy on files that pass is known by whoever gave it first', () => {
  const wholesale = { ...giver, why: 'accept all that pass' }
  const policy = making.map(each => commands.task('T-001', each.type === 'accept' ? { ...each, by: wholesale } : each))
  expect(createAfter(...wayTo.tasks, ...policy).policy).toEqual(wholesale)
  expect(createAfter(...wayTo.tasks, ...made).policy).toBeUndefined()
})
