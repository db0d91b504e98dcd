import type { TaskId } from '../base/brand.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { open } from '../core/gates/verdict.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import { groundOf } from '../core/workflow/create/ground.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { runTree, standsIn } from './workspace.ts'
import type { World } from './world.ts'

/**
 * The tasks whose files may be there or not when a task is made, depending on which of several at work was first: what a mind
 * makes beside it, and what stands on that or on the task itself.
 */
const ofChance = (plan: CreateState['plan'], task: TaskId): ReadonlySet<TaskId> => {
  const ground = groundOf(plan, task)
  const chance = new Set<TaskId>()
  const isOpen = (need: TaskId): boolean => need === task || chance.has(need)
  for (const { id, maker, needs } of plan)
    if (id !== task && !ground.has(id) && (maker === 'mind' || needs.some(isOpen))) chance.add(id)
  return chance
}

/**
 * What a command may see of the run when it makes a file: what was checked and holds no open security finding, and what follows from the
 * design. A person's own file that stands in the way is theirs until they decided and it was looked at. What others delivered and
 * nobody checked yet is shown only to those that stand on it: so what a command is given never depends on chance.
 */
export const shownTree = async (
  world: World,
  target: string,
  state: CreateState,
  task: TaskId,
): Promise<ReadonlyMap<RepoPath, string>> => {
  const chance = ofChance(state.plan, task)
  const hidden = new Set(
    state.plan
      .filter(({ id, path }) => {
        const own = taskOf(state, id)
        const unchecked = own.at === 'checking' && (own.delivered?.doer === 'manual' || chance.has(id))
        const judged = own.dismissed.map(each => each.finding)
        const unsafe = open(
          (own.validation?.findings ?? []).filter(each => each.check === 'security'),
          judged,
        )
        return (
          unchecked ||
          unsafe.length > 0 ||
          (own.at !== 'done' && standsIn(state, path, own) && own.replaces === undefined)
        )
      })
      .map(each => each.path),
  )
  return new Map([...(await runTree(world, target, state))].filter(([path]) => !hidden.has(path)))
}
