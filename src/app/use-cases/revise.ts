import { KnownError } from '../../base/errors/known-error.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import { answerStages } from '../../core/design/answers/stages.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'

/** Reopens a stage: it and everything after it are confirmed again; the answers stay until they are changed. */
export const reviseStage = (world: World, stage: string, why: string | undefined): Promise<CreateState> =>
  withRun(world, async session => {
    const found = answerStages.find(each => each === stage)
    if (found === undefined) {
      const near = nearest(stage, answerStages)
      throw new KnownError('TSQ-UNKNOWN-NAME', {
        kind: 'stage',
        name: stage,
        known: answerStages,
        ...(near !== undefined && { nearest: near }),
      })
    }
    const by = { who: await whoIs(world), channel: 'command' as const, ...(why !== undefined && { why }) }
    return session.transact([{ type: 'reopen', stage: found, by }])
  })
