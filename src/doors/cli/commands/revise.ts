import { reviseStage } from '../../../app/use-cases/revise.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { hanging } from '../table.ts'

/** `trysquare revise`: reopens a stage and says what has to be confirmed again. */
export const revise = async (context: Context, stage: string, why: string | undefined): Promise<number> => {
  const state = await reviseStage(context.world, stage, why)
  context.print(
    ...hanging(
      '',
      `${context.out.bold(stage)} is open again. What depends on what you change is confirmed and made again; the rest stays.`,
      context.columns,
    ),
    ...hanging(
      'Next   ',
      stage === 'plan'
        ? '`trysquare plan add`, `remove`, `reorder` or `edit` it; `trysquare plan approve` has made what is to be made.'
        : 'change the answers and run the same `trysquare new --answers …` again, or `trysquare next` in a terminal.',
      context.columns,
    ),
  )
  return state.at === stage ? exitCodes.fine : exitCodes.bug
}
