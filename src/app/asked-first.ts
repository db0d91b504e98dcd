import type { TaskId } from '../base/brand.ts'
import { waitsForOthers } from '../core/gates/verdict.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import { groundOf } from '../core/workflow/create/ground.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import type { Question } from '../ports/decider.ts'
import { passes } from './deciders/accept-passing.ts'

type Asked = Pick<Extract<Question, { type: 'ask-task' }>, 'review' | 'waiting'>

/** Whether a file in review waits for others, whose fault it is: nobody is asked to make it again for that. */
export const isHeldUp = (state: CreateState, id: TaskId): boolean => {
  const { validation, dismissed } = taskOf(state, id)
  return waitsForOthers(
    validation ?? { rows: [], findings: [] },
    dismissed.map(each => each.finding),
  )
}

/** A file that waits for a person and in whose place something else stands as long, or on which files stand that do not pass. */
const blocking = (state: CreateState, { waiting }: Asked, failed: readonly TaskId[]): TaskId | undefined => {
  const ground = new Set(failed.flatMap(id => [...groundOf(state.plan, id)]))
  const merging = new Set<string>(state.collisions.filter(each => each.how === 'merge').map(each => each.path))
  const open = waiting.filter(id => taskOf(state, id).at === 'waiting')
  const isMerge = (id: TaskId) => state.plan.some(each => each.id === id && merging.has(each.path))
  return open.find(id => isMerge(id) && ground.has(id)) ?? open.find(isMerge) ?? open.find(id => ground.has(id))
}

/**
 * Of the files that wait, the one on which a person decides first: what others wait for comes before them, since most of what is wrong
 * with them is settled with it.
 */
export const askedFirst = (state: CreateState, question: Asked): TaskId | undefined => {
  const failed = question.review.filter(id => !passes(taskOf(state, id)))
  return (
    blocking(state, question, failed) ??
    failed.find(id => !isHeldUp(state, id)) ??
    failed[0] ??
    question.review[0] ??
    question.waiting.find(each => taskOf(state, each).at === 'waiting') ??
    question.waiting[0]
  )
}
