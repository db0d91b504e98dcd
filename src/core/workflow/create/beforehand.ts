import { valueHash } from '../../../base/hash.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Approvals, Given } from '../../design/answers/schema.ts'
import { type AnswerStage, answerStages, partOf } from '../../design/answers/stages.ts'
import { isSettled } from '../task/machine.ts'
import type { Beforehand, CreateEvent, CreateState, HeldBeforehand, TaskOutline } from './types.ts'

/** All that approvals say of one file. */
const saidOf = ({ dismissals = [], task_decisions = {} }: Approvals, path: RepoPath) => ({
  dismissals: dismissals.filter(each => each.task === path),
  decision: task_decisions[path] ?? null,
})

const speaksOf = (approvals: Approvals, path: RepoPath): boolean =>
  approvals.task_decisions?.[path] !== undefined || (approvals.dismissals ?? []).some(each => each.task === path)

/** Whether approvals say anything of single files: a plan may have thousands, and few of them are named. */
const speaksOfFiles = ({ dismissals = [], task_decisions = {} }: Approvals): boolean =>
  dismissals.length > 0 || Object.keys(task_decisions).length > 0

const using = (held: HeldBeforehand, paths: readonly RepoPath[]): HeldBeforehand => {
  const used = paths.filter(path => speaksOf(held.approvals, path) && !held.used.includes(path))
  return used.length === 0 ? held : { ...held, used: [...held.used, ...used] }
}

/** What is given anew counts anew; what it says of a file in the very words that were used up already does not. */
export const recordedAnew = (
  before: HeldBeforehand | undefined,
  { approvals, answers, by }: Beforehand,
): HeldBeforehand => ({
  approvals,
  ...(answers !== undefined && { answers }),
  by,
  used: (before?.used ?? []).filter(
    path => valueHash(saidOf(approvals, path)) === valueHash(saidOf(before?.approvals ?? {}, path)),
  ),
})

const settles = new Set<string>(['accepted', 'deferred', 'aborted'])

/** What a task's event leaves of the approvals: of a file that is settled they have said what they had to say. */
export const afterTask = (
  held: HeldBeforehand | undefined,
  plan: readonly TaskOutline[],
  { task, event }: Extract<CreateEvent, { type: 'task' }>,
): HeldBeforehand | undefined => {
  if (held === undefined || !settles.has(event.type) || !speaksOfFiles(held.approvals)) return held
  const path = plan.find(each => each.id === task)?.path
  return path === undefined ? held : using(held, [path])
}

/** Files that a new plan took over as they were settled were not made for it. */
export const afterCarrying = ({
  beforehand,
  plan,
  tasks,
}: Pick<CreateState, 'beforehand' | 'plan' | 'tasks'>): HeldBeforehand | undefined => {
  if (beforehand === undefined || !speaksOfFiles(beforehand.approvals)) return beforehand
  const settled = plan.filter(({ id }) => tasks[id] !== undefined && isSettled(tasks[id]))
  return using(
    beforehand,
    settled.map(each => each.path),
  )
}

/** What was answered beforehand of stages that nobody has answered since. */
export const unusedAnswers = (given: Given, answers: Given = {}): Given =>
  Object.assign(
    {},
    ...answerStages
      .filter(stage => Object.keys(partOf(stage, given)).length === 0)
      .map(stage => partOf(stage, answers)),
  ) as Given

/** What is left when a stage is opened again: answers that were not used yet, and no approval. */
export const answersOnly = (held: HeldBeforehand | undefined): HeldBeforehand | undefined =>
  held?.answers === undefined ? undefined : { ...held, approvals: {} }

/** The approvals without those on a plan, which is approved anew together with what lies in its way. */
export const withoutPlan = (held: HeldBeforehand | undefined): HeldBeforehand | undefined => {
  if (held === undefined) return undefined
  const { plan: _, collisions: __, ...approvals } = held.approvals
  return { ...held, approvals }
}

/** The approvals without those that were given for other answers of this stage. */
export const withoutStage = (held: HeldBeforehand | undefined, stage: AnswerStage): HeldBeforehand | undefined => {
  const left = withoutPlan(held)
  if (left === undefined) return undefined
  const { [stage]: _, critic_1: __, critic_2: ___, additions: ____, ...approvals } = left.approvals
  return { ...left, approvals }
}

/** What of given approvals still counts: nothing that was said of a file before it was first settled. */
export const stillHeld = ({ beforehand }: Pick<CreateState, 'beforehand'>, given: Approvals): Approvals => {
  const used = (beforehand?.used ?? []).filter(
    path => valueHash(saidOf(given, path)) === valueHash(saidOf(beforehand?.approvals ?? {}, path)),
  )
  if (used.length === 0) return given
  const { dismissals, task_decisions, ...rest } = given
  const left = <T>(all: readonly T[], pathOf: (each: T) => string) =>
    all.filter(each => !used.some(path => path === pathOf(each)))
  return {
    ...rest,
    ...(dismissals !== undefined && { dismissals: left(dismissals, each => each.task) }),
    ...(task_decisions !== undefined && {
      task_decisions: Object.fromEntries(left(Object.entries(task_decisions), ([path]) => path)),
    }),
  }
}
