import { omit } from 'es-toolkit/object/omit'
import { valueHash } from '../../../base/hash.ts'
import type { Approvals } from '../../../core/design/answers/schema.ts'
import { besides, type PlanEdits } from '../../../core/design/plan/edits.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'
import type { By } from '../../../core/workflow/decision.ts'
import type { Answer } from '../../../ports/decider.ts'
import { inFile, needed } from './needed.ts'

/**
 * The changes that the plan is to have. Where there was a plan before, the file may have been written for that one: what others have
 * changed since stays, and what it says of files that the plan has no longer has lapsed.
 */
const wanted = (state: CreateState, edits: PlanEdits): PlanEdits =>
  state.former === undefined
    ? edits
    : besides(
        state.edits,
        edits,
        state.plan.map(each => each.path),
      )

/** The plan is approved as it was written down; what was to be changed of it is changed first. */
export const answerPlan = (state: CreateState, given: Approvals['plan'], by: By): Answer => {
  if (given === undefined)
    return needed(
      'approvals.plan',
      `the plan has ${state.plan.length} files and waits for its approval`,
      `\`trysquare plan show\` prints it. ${inFile('approvals.plan', 'approve')}`,
    )
  const edits = given === 'approve' ? state.edits : wanted(state, omit(given, ['decision']))
  return valueHash(edits) === valueHash(state.edits) ? [{ type: 'approve', by }] : [{ type: 'edit-plan', edits, by }]
}
