import { planOfRun } from '../../../app/planning.ts'
import { isRefusal, type Refusal } from '../../../base/refusal.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import { answerStages, missing } from '../../../core/design/answers/stages.ts'
import type { Context } from './context.ts'

/** The tree that drawn or template answers lead to must be one that can be planned; else the run could neither go on nor back. */
export const misfit = async ({ world, state }: Context, values: Partial<Given>): Promise<Refusal | undefined> => {
  const given = { ...state.given, ...values }
  if (answerStages.some(stage => missing(stage, given).length > 0)) return undefined
  const plan = await planOfRun(world, { ...state, given })
  return isRefusal(plan) ? plan : undefined
}
