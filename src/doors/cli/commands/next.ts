import { continueRun } from '../../../app/use-cases/continue-run.ts'
import { whoIs } from '../../../app/who.ts'
import type { Context } from '../context.ts'
import { showAdvanced } from '../show-advanced.ts'

/** `trysquare next`: goes on; on a terminal it asks what is open, elsewhere it names it. */
export const next = async (context: Context): Promise<number> => {
  if (!context.interactive) return showAdvanced(context, await continueRun(context.world))
  const { terminalDecider } = await import('../interactive/decider.ts')
  const { realTerminal } = await import('../interactive/terminal.ts')
  const decider = terminalDecider(context.world, realTerminal(), { who: await whoIs(context.world) })
  return showAdvanced(context, await continueRun(context.world, { decider }))
}
