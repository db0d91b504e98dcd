import { refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import { interpreterFor } from '../interpreter.ts'
import { designOfRun, planOfRun } from '../planning.ts'
import type { World } from '../world.ts'

/** The tree that follows from the answers so far, for approval. */
export const proposeTree = async (world: World, state: CreateState): Promise<readonly CreateCommand[]> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  return [{ type: 'propose', files: plan.tasks.map(task => task.path), additions: plan.additions }]
}

/** The tasks that follow from the confirmed design. */
export const makePlan = async (world: World, state: CreateState): Promise<readonly CreateCommand[]> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  // Without an interpreter the files would be made and could not be tried; here the range can still be answered anew.
  if (state.run?.embedded !== true) await interpreterFor(world, designOfRun(state).intake.python)
  return [
    {
      type: 'plan',
      tasks: plan.tasks.map(({ id, role, path, purpose, effort, needs, from, maker }) => ({
        id,
        role,
        path,
        purpose,
        effort,
        needs,
        from,
        maker,
      })),
    },
  ]
}
