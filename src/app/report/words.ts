import type { TaskId } from '../../base/brand.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateState, ReviewDecision } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import { taskWords } from '../../core/workflow/task/words.ts'
import type { AcceptedFile } from '../accepted.ts'
import { openFile } from '../open-file.ts'

/** A decision's author, door and reason; and whose command used it, where it was given before its question came. */
export const byWords = ({ who, channel, why, used_by }: By): string =>
  `${who} (${channel}${used_by === undefined ? '' : `, given beforehand; used by a command of ${used_by}`})${why === undefined ? '' : `: ${why}`}`

/** What was decided on a review; "approved unseen" where that is so. */
export const reviewWords = (decision: ReviewDecision | undefined): string => {
  if (decision === undefined) return 'not decided yet'
  const how = decision.unseen
    ? ', approved unseen'
    : decision.min_score === undefined
      ? ''
      : `, on the condition of at least ${decision.min_score}`
  return `${decision.decision} at ${decision.score} of 25${how}, by ${byWords(decision.by)}`
}

/** Where a task is, in words. */
export const statusOf = (state: CreateState, id: TaskId): string => {
  const { at } = taskOf(state, id)
  const outline = state.plan.find(each => each.id === id)
  // What lies there and waits for a person is not waiting to be made.
  const stands =
    outline !== undefined && state.collisions.some(each => each.path === outline.path && each.how !== 'replace')
  return stands && ['planned', 'waiting', 'deferred'].includes(at) ? openFile(state, outline).waits : taskWords[at]
}

/** The same of a file that may lie there differently from how it was accepted. */
export const statusSince = (state: CreateState, id: TaskId, files: readonly AcceptedFile[]): string => {
  const since = files.find(each => each.id === id)?.since ?? 'kept'
  return since === 'kept' ? statusOf(state, id) : `${statusOf(state, id)}, ${since} since`
}

/** Who settled a task, and how. */
export const decidedWords = (state: CreateState, id: TaskId): string => {
  const { decided } = taskOf(state, id)
  if (decided === undefined) return 'open'
  const acknowledged = (decided.acknowledged ?? []).join(', ')
  return `${decided.what} by ${byWords(decided.by)}${acknowledged === '' ? '' : `, acknowledging ${acknowledged}`}`
}
