import { loadAnswers } from '../../../app/answers.ts'
import { continueRun } from '../../../app/use-cases/continue-run.ts'
import { whoIs } from '../../../app/who.ts'
import type { Context } from '../context.ts'
import { showAdvanced } from '../show-advanced.ts'

/** `trysquare next`: goes on, by an answers file where one is given; on a terminal it asks what is open, elsewhere it names it. */
export const next = async (context: Context, answers: string | undefined): Promise<number> => {
  const { world } = context
  if (answers !== undefined) {
    const given = await loadAnswers(world, context.typed(answers), answers)
    return showAdvanced(context, await continueRun(world, { given }))
  }
  if (!context.interactive) return showAdvanced(context, await continueRun(context.world))
  const { terminalDecider } = await import('../interactive/decider.ts')
  const { realTerminal } = await import('../interactive/terminal.ts')
  const decider = terminalDecider(context.world, realTerminal(), { who: await whoIs(context.world) })
  return showAdvanced(context, await continueRun(context.world, { decider }))
}
