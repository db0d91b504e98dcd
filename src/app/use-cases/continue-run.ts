import type { Given } from '../../core/design/answers/schema.ts'
import type { Decider } from '../../ports/decider.ts'
import { policyOf } from '../deciders/accept-passing.ts'
import { recordedDecider } from '../deciders/recorded.ts'
import { refuseDrift } from '../runs/begin.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

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
    return advance(
      world,
      session,
      options.decider ??
        recordedDecider({
          given: options.given ?? policyOf(session.state()),
          who: await whoIs(world),
          channel: options.given === undefined ? 'command' : 'answers-file',
        }),
    )
  })
