import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { validationOf } from '../../core/gates/rows.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand } from '../../core/workflow/create/types.ts'
import { checkTree, examined } from '../checking.ts'
import { planOfRun } from '../planning.ts'
import type { Session } from '../runs/session.ts'
import { layOut, runTree } from '../workspace.ts'
import type { World } from '../world.ts'

/** The test files that were planned for a source file. */
const testsFor = (plan: Plan, task: PlannedTask): readonly RepoPath[] =>
  task.path.startsWith('src/')
    ? plan.tasks.filter(each => each.path.startsWith('tests/') && each.needs.includes(task.id)).map(each => each.path)
    : []

/**
 * Once every Python file is there, the whole tree is looked at as the closing gate will do it: the same inputs need no second
 * run. While some are missing, only what was delivered is judged.
 */
const focusOf = (
  plan: Plan,
  tree: ReadonlyMap<RepoPath, string>,
  judged: readonly PlannedTask[],
): readonly RepoPath[] => {
  const complete = plan.tasks.every(task => !task.path.endsWith('.py') || tree.has(task.path))
  return complete ? [...tree.keys()] : judged.map(task => task.path)
}

/**
 * Validates what was delivered, all of it together with what is already accepted. A file that waits for its review is judged
 * anew: another delivery may have changed what it depends on.
 */
export const checkTasks = async (world: World, session: Session, target: string, again: string): Promise<void> => {
  const state = session.state()
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  const tree = await runTree(world, target, state)
  const folder = await layOut(world, target, tree)
  const lost = plan.tasks.find(task => taskOf(state, task.id).at === 'checking' && !tree.has(task.path))
  if (lost !== undefined) throw new KnownError('TSQ-DELIVERY-LOST', { task: lost.id })
  // What is no longer kept was judged when it was there; without its text there is nothing to judge.
  const judged = plan.tasks.filter(
    task => ['checking', 'review'].includes(taskOf(state, task.id).at) && tree.has(task.path),
  )
  const checked = await checkTree(world, examined(session, target, again), folder, tree, focusOf(plan, tree, judged))
  const commands = judged.map((task): CreateCommand => {
    const tests = testsFor(plan, task).filter(path => tree.has(path))
    return {
      type: 'task',
      task: task.id,
      command: { type: 'judge', validation: validationOf(task.path, checked, tests) },
    }
  })
  await session.transact(commands)
}
