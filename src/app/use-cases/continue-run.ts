import type { Given } from '../../core/design/answers/schema.ts'
import type { Channel } from '../../core/workflow/decision.ts'
import type { Decider } from '../../ports/decider.ts'
import { policyOf } from '../deciders/accept-passing.ts'
import { recordedDecider } from '../deciders/recorded.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

/** Goes on with the run of this folder, until it needs something that `given` does not hold. */
export const continueRun = (
  world: World,
  options: { readonly given?: Given; readonly decider?: Decider | undefined; readonly channel?: Channel } = {},
): Promise<Advanced> =>
  withRun(world, async session =>
    advance(
      world,
      session,
      options.decider ??
        recordedDecider({
          given: options.given ?? policyOf(session.state()),
          who: await whoIs(world),
          channel: options.channel ?? 'command',
        }),
    ),
  )
