import { KnownError } from '../base/errors/known-error.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { subPromptFaults } from '../core/documents/sub-prompt/faults.ts'
import { subPrompt } from '../core/documents/sub-prompt.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { taskText } from './workspace.ts'
import type { World } from './world.ts'

/** Where the texts lie that a file is made from; without it the prompt names them only. */
export interface PromptSources {
  readonly target: string
}

/** The sub-prompt of a task: all that a mind needs to make the file. */
export const promptOf = async (
  world: World,
  plan: Plan,
  task: PlannedTask,
  state: CreateState,
  from?: PromptSources,
): Promise<string> => {
  const checks = await world.shelves.checks()
  const near = (each: PlannedTask) => ({ path: each.path, purpose: each.purpose, interface: each.interface })
  const component = plan.early.components.find(each => each.name === task.component)
  const sources = []
  for (const each of plan.tasks.filter(other => from !== undefined && task.from.includes(other.id))) {
    const text = from === undefined ? undefined : await taskText(world, from.target, state, each.id)
    if (text !== undefined) sources.push({ path: each.path, text })
  }
  const { asked, failures } = taskOf(state, task.id)
  return subPrompt({
    task: {
      ...task,
      needs: plan.tasks.filter(each => task.needs.includes(each.id)).map(near),
      neededBy: plan.tasks.filter(each => each.needs.includes(task.id)).map(near),
    },
    early: plan.early,
    late: plan.late,
    ...(component !== undefined && { component }),
    checks: checks.map(({ id, title, what }) => ({ id, title, what })),
    ...(asked !== undefined && { asked }),
    failures: failures.map(each => each.what),
    ...(sources.length > 0 && { sources }),
  })
}

/** No placeholder ever reaches a mind: a prompt that holds one is refused before it is handed over. */
export const refuseFaulty = (task: PlannedTask, prompt: string): void => {
  const [fault] = subPromptFaults(prompt)
  if (fault !== undefined)
    throw new KnownError('TSQ-TEMPLATE', { template: `the sub-prompt of ${task.id}`, line: 1, reason: fault })
}
