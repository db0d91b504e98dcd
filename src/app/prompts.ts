import type { TaskId } from '../base/brand.ts'
import { KnownError } from '../base/errors/known-error.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { subPromptFaults } from '../core/documents/sub-prompt/faults.ts'
import { leastBudget, usualBudget } from '../core/documents/sub-prompt/parts.ts'
import { subPrompt } from '../core/documents/sub-prompt.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { taskText } from './workspace.ts'
import type { World } from './world.ts'

/** Where the texts lie that a file is made from; without it the prompt names them only. */
export interface PromptSources {
  readonly target: string
}

interface Neighbours {
  readonly byId: ReadonlyMap<TaskId, PlannedTask>
  /** In the plan's order. */
  readonly neededBy: ReadonlyMap<TaskId, readonly PlannedTask[]>
}

const known = new WeakMap<Plan, Neighbours>()

/** Who stands beside whom in a plan, worked out once: a plan of thousands is not searched for each of its tasks. */
const neighbours = (plan: Plan): Neighbours => {
  const before = known.get(plan)
  if (before !== undefined) return before
  const neededBy = new Map<TaskId, PlannedTask[]>()
  for (const task of plan.tasks)
    for (const id of task.needs) {
      const others = neededBy.get(id)
      if (others === undefined) neededBy.set(id, [task])
      else others.push(task)
    }
  const made = { byId: new Map(plan.tasks.map(each => [each.id, each])), neededBy }
  known.set(plan, made)
  return made
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
  const { byId, neededBy } = neighbours(plan)
  const near = (each: PlannedTask) => ({ path: each.path, purpose: each.purpose, interface: each.interface })
  const component = plan.early.components.find(each => each.name === task.component)
  const sources = []
  for (const id of from === undefined ? [] : task.from) {
    const text = from === undefined ? undefined : await taskText(world, from.target, state, id)
    const path = byId.get(id)?.path
    if (text !== undefined && path !== undefined) sources.push({ path, text })
  }
  const { asked, failures } = taskOf(state, task.id)
  return subPrompt({
    task: {
      ...task,
      needs: task.needs.flatMap(id => byId.get(id) ?? []).map(near),
      neededBy: (neededBy.get(task.id) ?? []).map(near),
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

/** A budget in tokens, as somebody typed it; where it came from is told when it cannot be one. */
export const budgetFrom = (typed: string | undefined, where: string): number => {
  if (typed === undefined || typed.trim() === '') return usualBudget
  const budget = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0
  if (budget < leastBudget)
    throw new KnownError('TSQ-USAGE', {
      problem: `${where} is "${typed}": a budget is a whole number of at least ${leastBudget} tokens`,
      help: 'trysquare task prompt --help',
    })
  return budget
}

/** What a command that makes files takes in at once: TRYSQUARE_BUDGET, else what most take. */
export const budgetOf = (world: World): number => budgetFrom(world.host.env['TRYSQUARE_BUDGET'], 'TRYSQUARE_BUDGET')

/** No placeholder ever reaches a mind: a prompt that holds one is refused before it is handed over. */
export const refuseFaulty = (task: PlannedTask, prompt: string): void => {
  const [fault] = subPromptFaults(prompt)
  if (fault !== undefined)
    throw new KnownError('TSQ-TEMPLATE', { template: `the sub-prompt of ${task.id}`, line: 1, reason: fault })
}
