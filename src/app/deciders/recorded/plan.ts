import { omit } from 'es-toolkit/object/omit'
import { refuse } from '../../../base/errors/known-error.ts'
import { valueHash } from '../../../base/hash.ts'
import type { Approvals } from '../../../core/design/answers/schema.ts'
import { strangerIn } from '../../../core/design/plan/edits.ts'
import { unfitIn } from '../../../core/design/plan/fit.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'
import type { By } from '../../../core/workflow/decision.ts'
import type { Answer } from '../../../ports/decider.ts'
import { inFile, needed } from './needed.ts'

/** The plan is approved as it was written down; what was to be changed of it is changed first. */
export const answerPlan = (state: CreateState, given: Approvals['plan'], by: By): Answer => {
  if (given === undefined)
    return needed(
      'approvals.plan',
      `the plan has ${state.plan.length} files and waits for its approval`,
      `\`trysquare plan show\` prints it. ${inFile('approvals.plan', 'approve')}`,
    )
  const edits = given === 'approve' ? {} : omit(given, ['decision'])
  const paths = state.plan.map(each => each.path)
  const stranger = strangerIn(edits, state.edits, paths) ?? unfitIn(edits, state.edits, paths)
  // Written for this plan it is a slip; what an older plan had has lapsed with it.
  if (stranger !== undefined && state.former === undefined && valueHash(edits) !== valueHash(state.edits))
    return refuse(stranger)
  return given === 'approve' || state.former !== undefined || valueHash(edits) === valueHash(state.edits)
    ? [{ type: 'approve', by }]
    : [{ type: 'edit-plan', edits, by }]
}
