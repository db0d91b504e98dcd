import type { Approvals } from '../../core/design/answers/schema.ts'
import { unusedAnswers } from '../../core/workflow/create/beforehand.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import type { Decider } from '../../ports/decider.ts'
import { recordedDecider } from './recorded.ts'

/** A decision that was given earlier, under the name of whoever gave it; `runner` is whose command uses it now. */
const usedAgain = ({ who, channel }: By, runner: string): By => ({ who, channel, used_by: runner })

/** Who had all that pass accepted, for this design: in a decision before, or in approvals that were recorded beforehand. */
const policyBy = ({ policy, beforehand }: CreateState): By | undefined =>
  policy ?? (beforehand?.approvals.tasks === 'accept-passing' ? beforehand.by : undefined)

/**
 * Decides one thing for `runner`, at the command line, and goes on by the policy on files that pass where somebody gave one for this
 * design: what it accepts is accepted under that person's name.
 */
export const standingDecider = (
  state: CreateState,
  runner: string,
  approvals: Approvals = {},
  why?: string,
): Decider => {
  const policy = approvals.tasks === undefined ? policyBy(state) : undefined
  const { beforehand } = state
  return recordedDecider({
    given: {
      ...unusedAnswers(state.given, beforehand?.answers),
      approvals: { ...(policy !== undefined && { tasks: 'accept-passing' as const }), ...approvals },
    },
    ...(beforehand !== undefined && { answering: usedAgain(beforehand.by, runner) }),
    by: { who: runner, channel: 'command', ...(why !== undefined && { why }) },
    ...(policy !== undefined && { policy: usedAgain(policy, runner) }),
  })
}

/** An explanation that was asked for beforehand was given once; the review is to be decided on now. */
const unexplained = (state: CreateState, approvals: Approvals): Approvals => {
  const { critic_1, critic_2, ...rest } = approvals
  const isGiven = (checkpoint: 1 | 2, review: Approvals['critic_1']): boolean =>
    (typeof review === 'string' ? review : review?.decision) === 'clarify' &&
    state.decisions.findLast(each => each.checkpoint === checkpoint)?.decision === 'clarify'
  return {
    ...rest,
    ...(critic_1 !== undefined && !isGiven(1, critic_1) && { critic_1 }),
    ...(critic_2 !== undefined && !isGiven(2, critic_2) && { critic_2 }),
  }
}

/** Decides by what an answers file approved for the run, under the name of whoever gave that file. */
export const replayingDecider = (state: CreateState, runner: string): Decider => {
  const { beforehand } = state
  if (beforehand === undefined) return standingDecider(state, runner)
  const policy = policyBy(state)
  return recordedDecider({
    given: {
      ...unusedAnswers(state.given, beforehand.answers),
      approvals: {
        ...unexplained(state, beforehand.approvals),
        ...(policy !== undefined && { tasks: 'accept-passing' as const }),
      },
    },
    by: usedAgain(beforehand.by, runner),
    ...(policy !== undefined && { policy: usedAgain(policy, runner) }),
  })
}
