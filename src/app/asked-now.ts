import { KnownError } from '../base/errors/known-error.ts'
import type { Effect } from '../core/workflow/create/pending.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { isQuestion } from '../ports/decider.ts'
import { replayingDecider } from './deciders/standing.ts'
import type { World } from './world.ts'

/**
 * What a run waits for, asked of the very decider with which `trysquare next` goes on, so that whoever only looks is told the same.
 * Nothing of its answer is kept; undefined where it would go on by itself.
 */
export const askedNow = async (
  { host }: Pick<World, 'host'>,
  state: CreateState,
  effect: Effect | undefined,
): Promise<KnownError | undefined> => {
  if (effect === undefined || !isQuestion(effect)) return undefined
  try {
    const answer = await replayingDecider(state, host.user).answer(effect, state)
    return answer instanceof KnownError ? answer : undefined
  } catch (error) {
    // What was written down beforehand cannot be done: that is what the next command will say.
    if (error instanceof KnownError) return error
    throw error
  }
}
