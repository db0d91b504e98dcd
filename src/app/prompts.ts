import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { subPrompt } from '../core/documents/sub-prompt.ts'
import type { TaskState } from '../core/workflow/task/types.ts'
import type { World } from './world.ts'

/** The sub-prompt of a task: all that a mind needs to make the file. */
export const promptOf = async (world: World, plan: Plan, task: PlannedTask, state: TaskState): Promise<string> => {
  const checks = await world.shelves.checks()
  const near = (each: PlannedTask) => ({ path: each.path, purpose: each.purpose })
  const component = plan.early.components.find(each => each.name === task.component)
  return subPrompt({
    task: { ...task, needs: plan.tasks.filter(each => task.needs.includes(each.id)).map(near), neededBy: plan.tasks.filter(each => each.needs.includes(task.id)).map(near) },
    early: plan.early,
    late: plan.late,
    ...(component !== undefined && { component }),
    checks: checks.map(({ id, title, what }) => ({ id, title, what })),
    ...(state.asked !== undefined && { asked: state.asked }),
    failures: state.failures.map(each => each.what),
  })
}
