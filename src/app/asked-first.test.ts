import { expect, test } from 'vitest'
import type { TaskId } from '../base/brand.ts'
import { ownPath } from '../base/repo-path.ts'
import { create } from '../core/workflow/create/machine.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { task } from '../core/workflow/task/machine.ts'
import { askedFirst } from './asked-first.ts'

const failing = {
  ...task.initial,
  at: 'review',
  validation: { rows: [{ check: 'imports', title: 'Imports', outcome: 'FAIL', reason: 'x' }], findings: [] },
} as const
const waiting = { ...task.initial, at: 'waiting' } as const

const state = (
  tasks: Record<string, unknown>,
  needs: Record<string, readonly string[]>,
  merging?: string,
): CreateState =>
  ({
    ...create.initial,
    plan: Object.keys(tasks).map(id => ({ id, path: ownPath(`src/${id}.py`), needs: needs[id] ?? [], from: [] })),
    tasks,
    collisions: merging === undefined ? [] : [{ path: ownPath(`src/${merging}.py`), how: 'merge' }],
  }) as unknown as CreateState
const question = (of: CreateState) => {
  const at = (place: string) => of.plan.map(each => each.id).filter(id => of.tasks[id]?.at === place)
  return { review: at('review'), waiting: at('waiting') }
}
const first = (of: CreateState): TaskId | undefined => askedFirst(of, question(of))

test('what others stand on is asked about before what is wrong with them [C-67] [C-08]', () => {
  const tasks = { 'T-001': waiting, 'T-002': failing, 'T-003': failing }
  expect(first(state(tasks, { 'T-002': ['T-001'], 'T-003': ['T-002'] }))).toBe('T-001')
  expect(first(state(tasks, {}, 'T-001'))).toBe('T-001')
})

test('a file that waits and holds nobody up is asked about after those that do not pass [C-67]', () => {
  expect(first(state({ 'T-001': waiting, 'T-002': failing }, {}))).toBe('T-002')
  expect(first(state({ 'T-001': waiting }, {}))).toBe('T-001')
})
