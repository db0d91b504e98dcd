import { valueHash } from '../../base/hash.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { create } from '../../core/workflow/create/machine.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import type { Session } from './session.ts'

/**
 * Makes what an answers file approves a part of the run, so that a run that was stopped goes on by it in any terminal. The same
 * approvals are recorded once.
 */
export const recordApprovals = async (world: World, session: Session, { approvals }: Given): Promise<void> => {
  const state = session.state()
  if (approvals === undefined || !create.possible(state.at).includes('record')) return
  if (state.beforehand !== undefined && valueHash(state.beforehand.approvals) === valueHash(approvals)) return
  await session.transact([{ type: 'record', approvals, by: { who: await whoIs(world), channel: 'answers-file' } }])
}
