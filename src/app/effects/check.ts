import { partition } from 'es-toolkit/array/partition'
import { refuse } from '../../base/errors/known-error.ts'
import { firstFew } from '../../base/first-few.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import type { Finding } from '../../core/gates/finding.ts'
import { findingId } from '../../core/gates/finding-id.ts'
import { type Checked, validationOf } from '../../core/gates/rows.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import { besidePlan } from '../beside.ts'
import { hashesOfBytes, standingOn, withUnused } from '../beside-words.ts'
import { checkTree, examined } from '../checking.ts'
import { testsFor } from '../planned-tests.ts'
import { planOfRun } from '../planning.ts'
import type { Session } from '../runs/session.ts'
import { layOut, lostDelivery, runTree } from '../workspace.ts'
import type { World } from '../world.ts'

/**
 * Once every Python file is there, the whole tree is looked at as the closing gate will do it: the same inputs need no second
 * run. While some are missing, only what was delivered is judged, by the tests that were written for it.
 */
const focusOf = (
  plan: Plan,
  tree: ReadonlyMap<RepoPath, string>,
  judged: readonly PlannedTask[],
): readonly RepoPath[] => {
  const complete = plan.tasks.every(task => !task.path.endsWith('.py') || tree.has(task.path))
  if (complete) return [...tree.keys()]
  const focus = new Set(judged.flatMap(task => [task.path, ...testsFor(plan, task)]))
  return [...focus].filter(path => tree.has(path))
}

/** What a doer wrote where nothing was asked of it: it was undone, and whoever reviews the file should know. */
const withStrayed = (
  checked: readonly Checked[],
  judged: readonly PlannedTask[],
  state: CreateState,
): readonly Checked[] => {
  const findings = judged.flatMap(({ id, path }): readonly Finding[] => {
    const strayed = taskOf(state, id).delivered?.strayed ?? []
    if (strayed.length === 0) return []
    const named = firstFew(strayed, 5)
    return [
      {
        id: findingId({ rule: 'strayed', path, text: named }),
        check: 'contract',
        rule: 'strayed',
        path,
        message: `Its doer was asked for this file and wrote elsewhere too: ${named}. That was undone.`,
        severity: 'high',
        fix: 'Have it made again; what it needs elsewhere is another task.',
      },
    ]
  })
  return checked.map(each =>
    each.check === 'contract'
      ? { ...each, outcome: { ...each.outcome, findings: [...each.outcome.findings, ...findings] } }
      : each,
  )
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
  const beside = await besidePlan(world, target, state, tree)
  const around = new Map([...tree, ...beside.texts])
  const folder = await layOut(world, target, new Map<RepoPath, string | Uint8Array>([...around, ...beside.bytes]))
  const lost = plan.tasks.find(task => taskOf(state, task.id).at === 'checking' && !tree.has(task.path))
  if (lost !== undefined) throw await lostDelivery(world, target, state, lost.id)
  // What is no longer kept was judged when it was there; without its text there is nothing to judge.
  const judged = plan.tasks.filter(
    task => ['checking', 'review'].includes(taskOf(state, task.id).at) && tree.has(task.path),
  )
  const checked = await checkTree(
    world,
    await examined(world, session, target, again),
    folder,
    around,
    focusOf(plan, tree, judged),
    { unread: hashesOfBytes(beside.bytes) },
  )
  const told = withUnused(withStrayed(checked, judged, state), beside)
  const commands = judged.map((task): CreateCommand => {
    const tests = testsFor(plan, task)
    const [there, lacking] = partition(tests, path => tree.has(path))
    return {
      type: 'task',
      task: task.id,
      command: { type: 'judge', validation: standingOn(beside, validationOf(task.path, told, there, lacking)) },
    }
  })
  await session.transact(commands)
}
