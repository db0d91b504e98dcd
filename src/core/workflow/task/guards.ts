import { type Refusal, refusal } from '../../../base/refusal.ts'
import { failing, open } from '../../gates/verdict.ts'
import type { By } from '../decision.ts'
import type { TaskState } from './types.ts'

const nothing = { rows: [], findings: [] }
const dismissedIds = (state: TaskState): readonly string[] => state.dismissed.map(each => each.finding)

/**
 * An open security finding is never accepted; another failing check only when it is acknowledged by name; a file that no check
 * passed not at all: nothing was checked.
 */
export const mayAccept = (
  state: TaskState,
  command: { readonly by: By; readonly acknowledged?: readonly string[] },
): Refusal | undefined => {
  const validation = state.validation ?? nothing
  const unsafe = open(
    validation.findings.filter(each => each.check === 'security'),
    dismissedIds(state),
  )
  if (unsafe.length > 0) return refusal('TSQ-SEC-OPEN', { task: 'the task', findings: unsafe.map(each => each.id) })
  const left = failing(validation, dismissedIds(state)).filter(check => !(command.acknowledged ?? []).includes(check))
  if (!validation.rows.some(row => row.outcome === 'PASS'))
    return refusal('TSQ-TASK-NOT-PASSING', { task: 'the task', failing: [...left, 'no check passed'] })
  return left.length > 0 ? refusal('TSQ-TASK-NOT-PASSING', { task: 'the task', failing: left }) : undefined
}

/** A decision that leaves something open needs its reason. */
export const needsReason =
  (doing: string) =>
  (_: TaskState, command: { readonly by: By }): Refusal | undefined =>
    (command.by.why ?? '').trim() === '' ? refusal('TSQ-TASK-REASON', { task: 'the task', doing }) : undefined

/** Only a finding that is there can be dismissed, and only with a reason. */
export const mayDismiss = (
  state: TaskState,
  command: { readonly by: By; readonly finding: string },
): Refusal | undefined => {
  const known = (state.validation ?? nothing).findings.map(each => each.id)
  if (!known.includes(command.finding))
    return refusal('TSQ-UNKNOWN-NAME', {
      kind: 'finding',
      name: command.finding,
      known: known.length > 0 ? known : ['none'],
    })
  return needsReason('dismissing a finding of')(state, command)
}

/** A change that nobody described cannot be made. */
export const mayModify = (_: TaskState, command: { readonly asked: string }): Refusal | undefined =>
  command.asked.trim() === '' ? refusal('TSQ-TASK-ASK', { task: 'the task' }) : undefined
