import type { RepoPath } from '../base/repo-path.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { isTestFile } from '../core/python/test-file.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'

/** The test files that were planned for a source file, as tasks. */
const testTasks = (tasks: readonly PlannedTask[], task: PlannedTask): readonly PlannedTask[] =>
  task.path.startsWith('src/') ? tasks.filter(each => isTestFile(each.path) && each.needs.includes(task.id)) : []

/** The test files that were planned for a source file. */
export const testsFor = (plan: Plan, task: PlannedTask): readonly RepoPath[] =>
  testTasks(plan.tasks, task).map(each => each.path)

/** An accepted source of which planned tests are not accepted: what they would have shown is not known. */
export interface Untested {
  readonly path: RepoPath
  readonly lacking: readonly RepoPath[]
}

/** Every accepted source whose planned tests are left open. */
export const acceptedUntested = (state: CreateState, tasks: readonly PlannedTask[]): readonly Untested[] =>
  tasks
    .filter(task => taskOf(state, task.id).at === 'done')
    .map(task => ({
      path: task.path,
      lacking: testTasks(tasks, task)
        .filter(each => taskOf(state, each.id).at !== 'done')
        .map(each => each.path),
    }))
    .filter(each => each.lacking.length > 0)

/** How a report says it, behind the file's path. */
export const untestedWords = ({ lacking }: Untested): string => `accepted without its tests (${lacking.join(', ')})`
