import { expect, test } from 'vitest'
import { because, by, outlines } from '../../../../test/machine-commands.ts'
import type { ContentHash, TaskId } from '../../../base/brand.ts'
import { task } from '../task/machine.ts'
import { applyCreate } from './apply.ts'
import { create } from './machine.ts'
import { absentees, isOutOfDate } from './refresh.ts'
import type { CreateState } from './types.ts'

const [first, second] = outlines
const hash = '1'.repeat(64) as ContentHash
const done = { ...task.initial, at: 'done' as const, delivered: { hash, bytes: 1, doer: 'builtin' } }
const deferred = { ...task.initial, at: 'deferred' as const, decided: { what: 'deferred' as const, by: because } }
const inputs = { inputs: { names: 'n' } }

test('what was left open is known by its file, not by the place that it had in an earlier plan [C-04] [C-67]', () => {
  const open = { ...first, ...inputs }
  const made = { ...second, ...inputs }
  const before = { plan: [open, made], tasks: { [open.id]: deferred, [made.id]: done } }
  // The plan made anew has them the other way round: each bears the id that the other one had.
  const turned = [
    { ...made, id: open.id },
    { ...open, id: made.id },
  ]
  const waiting: CreateState = { ...create.initial, at: 'plan', former: before, plan: turned, without: [open.id] }
  const approved = applyCreate(waiting, { type: 'plan-approved', by })
  expect(approved.without).toEqual([])
  expect(approved.tasks[open.id]?.at).toBe('done')
  expect(absentees(approved)).toEqual([made.id])
  expect(isOutOfDate(approved)).toBe(true)
  const told = applyCreate(approved, { type: 'refreshed', without: absentees(approved), outlines: [] })
  expect(isOutOfDate(told)).toBe(false)
  expect(told.tasks[open.id]?.at).toBe('done')
})

test('a lock file that was left to whoever has the manager is as good as there [C-73]', () => {
  const lock = { ...first, maker: 'manager' as const }
  const tasks = { [lock.id]: deferred } as Readonly<Record<TaskId, typeof deferred>>
  expect(absentees({ plan: [lock], tasks })).toEqual([])
})
