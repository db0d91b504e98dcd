import type { Given } from '../../core/design/answers/schema.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import type { Decider } from '../../ports/decider.ts'
import { recordedDecider } from '../deciders/recorded.ts'
import { replayingDecider } from '../deciders/standing.ts'
import { recordApprovals } from '../runs/approvals.ts'
import { refuseDrift } from '../runs/begin.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

/** Who decides where nobody is asked: the file that is given now, or what one that was given before had approved for the run. */
const deciderOf = async (world: World, state: CreateState, given: Given | undefined): Promise<Decider> => {
  const who = await whoIs(world)
  return given === undefined
    ? replayingDecider(state, who)
    : recordedDecider({ given, by: { who, channel: 'answers-file' } })
}

/**
 * Goes on with the run of this folder, until it needs something that `given` does not hold. What was given is an answers file, read
 * anew: it may say what nobody had said yet, and nothing else about what was confirmed.
 */
export const continueRun = (
  world: World,
  options: { readonly given?: Given; readonly decider?: Decider | undefined } = {},
): Promise<Advanced> =>
  withRun(world, async session => {
    if (options.given !== undefined) refuseDrift(session.state(), options.given, session.place().home)
    if (options.given !== undefined) await recordApprovals(world, session, options.given)
    return advance(world, session, options.decider ?? (await deciderOf(world, session.state(), options.given)))
  })
