import { omit } from 'es-toolkit/object/omit'
import { refuse } from '../base/errors/known-error.ts'
import { isRefusal } from '../base/refusal.ts'
import { type PlanEdits, strangerIn } from '../core/design/plan/edits.ts'
import { unfitIn } from '../core/design/plan/fit.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { planOfRun } from './planning.ts'
import type { World } from './world.ts'

/** The paths of a run's plan; of one that could not be made, those that it would have. */
const pathsOf = async (world: World, state: CreateState): Promise<readonly string[]> => {
  const plan = state.plan.length > 0 ? undefined : await planOfRun(world, state)
  const files: readonly { readonly path: string }[] = plan === undefined || isRefusal(plan) ? state.plan : plan.tasks
  return files.map(each => each.path)
}

/**
 * Refuses changes of a plan that its files cannot bear, before they are kept: a file that is not there (TSQ-PLAN-EDIT), one that
 * others cannot do without, an order that cannot be, a place where no file can be (TSQ-PATH).
 */
export const refuseEdits = async (world: World, state: CreateState, edits: PlanEdits): Promise<void> => {
  const stranger = strangerIn(edits, state.edits, await pathsOf(world, state))
  if (stranger !== undefined) return refuse(stranger)
  // Without the plan before: what that one had may lapse, what is said now may not.
  const plan = await planOfRun(world, { ...omit(state, ['former']), edits })
  const unfit = unfitIn(edits, state.edits, isRefusal(plan) ? [] : plan.tasks.map(each => each.path))
  if (unfit !== undefined) return refuse(unfit)
  if (isRefusal(plan)) return refuse(plan)
}
