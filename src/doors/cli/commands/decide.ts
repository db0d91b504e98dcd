import { decideRun } from '../../../app/use-cases/decide.ts'
import type { Context } from '../context.ts'
import { showAdvanced } from '../show-advanced.ts'

/** `trysquare decide`: one decision, then as far as the run can go. */
export const decide = async (
  context: Context,
  what: string,
  decision: string,
  options: {
    readonly minScore?: string | undefined
    readonly about?: string | undefined
    readonly why?: string | undefined
  },
): Promise<number> =>
  showAdvanced(context, await decideRun(context.world, { what, decision, ...options }), {
    // It waited for this decision, so the review was on the screen before; what is asked for is the explanation.
    reviewed: decision === 'clarify',
  })
