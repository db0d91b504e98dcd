import type { RepoPath } from '../base/repo-path.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { failedRows, type Row } from '../core/gates/verdict.ts'
import { isTestFile } from '../core/python/test-file.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import type { TaskState } from '../core/workflow/task/types.ts'

const testsRow = ({ validation }: TaskState): Row | undefined => validation?.rows.find(each => each.check === 'tests')

/** What was seen of the tests in a file that somebody wrote, as a report says it behind the file's path. */
export const testsSeen = (task: TaskState): string => {
  const row = testsRow(task)
  if (row?.outcome === 'PASS') return 'its tests pass; that they would fail on a wrong implementation was not shown.'
  if (row === undefined || row.outcome === 'SKIPPED')
    return `its tests did not run${row === undefined ? '' : ` (${row.reason})`}: nothing is known of them.`
  return `accepted although its tests do not pass (${row.reason}).`
}

/** Whether a file of tests is accepted, and nothing that was seen of its tests speaks against that. */
const isProof = (task: TaskState): boolean => {
  const row = testsRow(task)
  return task.at === 'done' && (row === undefined || failedRows([row]).length === 0)
}

/** The test files that were planned for a source file, as tasks. */
const testTasks = (tasks: readonly PlannedTask[], task: PlannedTask): readonly PlannedTask[] =>
  task.path.startsWith('src/') ? tasks.filter(each => isTestFile(each.path) && each.needs.includes(task.id)) : []

/** The test files that were planned for a source file. */
export const testsFor = (plan: Plan, task: PlannedTask): readonly RepoPath[] =>
  testTasks(plan.tasks, task).map(each => each.path)

/** An accepted source of which planned tests are not accepted, or do not pass: what they would have shown is not known. */
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
        .filter(each => !isProof(taskOf(state, each.id)))
        .map(each => each.path),
    }))
    .filter(each => each.lacking.length > 0)

/** How a report says it, behind the file's path. */
export const untestedWords = ({ lacking }: Untested): string => `accepted without its tests (${lacking.join(', ')})`
