import { omit } from 'es-toolkit/object/omit'
import { valueHash } from '../../base/hash.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { answerStages, partOf } from '../../core/design/answers/stages.ts'
import { unusedAnswers } from '../../core/workflow/create/beforehand.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import type { Session } from './session.ts'

/** What a file answers of stages that have not come yet; the one that is open is answered from the file itself. */
const later = ({ at, given }: CreateState, file: Given): Given => {
  const open = answerStages.find(stage => stage === at)
  const answers = omit(file, ['approvals'])
  return unusedAnswers(open === undefined ? given : { ...given, ...partOf(open, answers) }, answers)
}

/**
 * Makes what an answers file says of later stages, its answers and its approvals, a part of the run, so that a run that was stopped
 * goes on by it in any terminal. The same is recorded once.
 */
export const recordApprovals = async (world: World, session: Session, file: Given): Promise<void> => {
  const state = session.state()
  const { beforehand } = state
  const { approvals } = file
  const answers = later(state, file)
  const isEmpty = Object.keys(answers).length === 0
  if ((approvals === undefined && isEmpty) || !create.possible(state.at).includes('record')) return
  // Nobody's approvals are given in the name of whoever answers more.
  if (approvals === undefined && Object.keys(beforehand?.approvals ?? {}).length > 0) return
  const known = unusedAnswers(state.given, beforehand?.answers)
  const isKnown =
    valueHash({ ...known, ...answers }) === valueHash(known) &&
    (approvals === undefined || valueHash(beforehand?.approvals) === valueHash(approvals))
  if (beforehand !== undefined && isKnown) return
  await session.transact([
    {
      type: 'record',
      approvals: approvals ?? {},
      ...(!isEmpty && { answers }),
      by: { who: await whoIs(world), channel: 'answers-file' },
    },
  ])
}
