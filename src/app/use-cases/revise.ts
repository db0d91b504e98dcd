import { KnownError } from '../../base/errors/known-error.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import { answerStages } from '../../core/design/answers/stages.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { replan } from './edit-plan.ts'

/** What can be opened again: a stage with all that follows from it, or the list of files alone. */
export const revisable = [...answerStages, 'plan'] as const

/** Reopens a stage: it and everything after it are confirmed again; the answers stay until they are changed. */
export const reviseStage = (world: World, stage: string, why: string | undefined): Promise<CreateState> =>
  withRun(world, async session => {
    const found = revisable.find(each => each === stage)
    if (found === undefined) {
      const near = nearest(stage, revisable)
      throw new KnownError('TSQ-UNKNOWN-NAME', {
        kind: 'stage',
        name: stage,
        known: revisable,
        ...(near !== undefined && { nearest: near }),
      })
    }
    const by = { who: await whoIs(world), channel: 'command' as const, ...(why !== undefined && { why }) }
    if (found !== 'plan') return session.transact([{ type: 'reopen', stage: found, by }])
    // First of all it is open: a plan that cannot be made for something in the way is one to be changed.
    await session.transact([{ type: 'reopen-plan', by }])
    return replan(world, session, [])
  })
