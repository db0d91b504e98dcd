import { refuse } from '../../base/errors/known-error.ts'
import { isRefusal, type Refusal } from '../../base/refusal.ts'
import { overall } from '../../core/gates/verdict.ts'
import { applying, taskOf } from '../../core/workflow/create/apply.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateCommand, CreateState, TaskOutline } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import { wholesale } from '../../core/workflow/task/policy.ts'
import type { TaskState } from '../../core/workflow/task/types.ts'

/** A file in review whose checks all pass, or whose findings were dismissed one by one. */
export const passes = (task: TaskState): boolean =>
  task.at === 'review' &&
  overall(
    task.validation ?? { rows: [], findings: [] },
    task.dismissed.map(each => each.finding),
  ) === 'ACCEPTABLE'

/** What waits for a file that is not settled yet stays for a later round; every other refusal is one. */
const waits = (refused: Refusal): boolean => refused.code === 'TSQ-TASK-WAITS'

/** Accepts, in the plan's order, every wanted file whose needs are settled or accepted with it. */
export const acceptAll = (
  state: CreateState,
  wanted: (outline: TaskOutline) => boolean,
  by: (outline: TaskOutline) => By,
): readonly CreateCommand[] => {
  const run = applying(state)
  return state.plan.flatMap((outline): readonly CreateCommand[] => {
    if (taskOf(run.state(), outline.id).at !== 'review' || !wanted(outline)) return []
    const command: CreateCommand = { type: 'task', task: outline.id, command: { type: 'accept', by: by(outline) } }
    const events = create.decide(run.state(), command)
    if (isRefusal(events)) return waits(events) ? [] : refuse(events)
    for (const event of events) run.apply(event)
    return [command]
  })
}

/** The policy "accept all that pass": never a failing file, never one with an open security finding. */
export const acceptPassing = (state: CreateState, by: By): readonly CreateCommand[] =>
  acceptAll(
    state,
    outline => passes(taskOf(state, outline.id)),
    () => ({ ...by, why: wholesale }),
  )
