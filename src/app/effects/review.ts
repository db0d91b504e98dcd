import { review } from '../../core/design/review.ts'
import type { Checkpoint, CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import { firstView, secondView } from '../planning.ts'
import type { World } from '../world.ts'

/** The design critic at one of its two checkpoints. */
export const makeReview = async (
  world: World,
  state: CreateState,
  checkpoint: Checkpoint,
): Promise<readonly CreateCommand[]> => {
  const rules = await world.shelves.critics()
  const view = checkpoint === 1 ? firstView(state) : await secondView(world, state)
  return [{ type: 'review', review: review(checkpoint, view, rules) }]
}
