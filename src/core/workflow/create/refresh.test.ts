import { expect, test } from 'vitest'
import { because, by, outlines } from '../../../../test/machine-commands.ts'
import type { ContentHash, RunId, TaskId } from '../../../base/brand.ts'
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

test('a lock file is missing as soon as nobody can make it, and not while somebody will [C-73]', () => {
  const lock = { ...first, maker: 'manager' as const }
  const run = { id: 'create-1', version: '0', date: '2026-01-01', doer: 'builtin' } as const
  const planned = { plan: [lock], tasks: { [lock.id]: task.initial } }
  expect(absentees({ ...planned, run: { ...run, id: run.id as RunId, embedded: true } })).toEqual([lock.id])
  expect(absentees({ ...planned, run: { ...run, id: run.id as RunId, embedded: false } })).toEqual([])
  expect(absentees({ plan: [lock], tasks: { [lock.id]: deferred } })).toEqual([lock.id])
})

test('a file that was accepted once is not absent, whatever becomes of a later delivery of it [C-67]', () => {
  const finished: CreateState = { ...create.initial, at: 'finished', plan: [first], tasks: { [first.id]: done } }
  const delivered = { hash: '2'.repeat(64) as ContentHash, bytes: 2, doer: 'manual' }
  for (const type of ['deferred', 'aborted'] as const) {
    const events = [
      { type: 'delivered', delivered },
      { type, by: because },
    ] as const
    const left = events.reduce((state, event) => applyCreate(state, { type: 'task', task: first.id, event }), finished)
    expect(left.tasks[first.id]).toMatchObject({ at: type, replaces: hash })
    expect(absentees(left)).toEqual([])
  }
})

test('what was made from a file is made again once somebody’s edit of it is accepted [C-67] [C-73]', () => {
  const source = { ...first, path: first.path }
  const lock = { ...second, maker: 'manager' as const, from: [first.id] }
  const page = { ...second, id: 'T-009' as TaskId, maker: 'mind' as const, from: [first.id] }
  const edited = { hash: '2'.repeat(64) as ContentHash, bytes: 2, doer: 'manual' }
  const finished: CreateState = {
    ...create.initial,
    at: 'finished',
    plan: [source, lock, page],
    tasks: { [source.id]: done, [lock.id]: done, [page.id]: done },
  }
  const given = (delivered: typeof edited) =>
    ([{ type: 'delivered', delivered }, { type: 'accepted', by }, { type: 'placed' }] as const).reduce(
      (state, event) => applyCreate(state, { type: 'task', task: source.id, event }),
      finished,
    )
  const after = given(edited)
  expect([source, lock, page].map(each => after.tasks[each.id]?.at)).toEqual(['done', 'planned', 'done'])
  expect(after.tasks[lock.id]).toMatchObject({ replaces: hash, replacesOf: 'builtin' })
  // As it was: nothing follows from it that did not before.
  expect(given({ ...edited, hash }).tasks[lock.id]?.at).toBe('done')
})
