import { refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type AnswerStage, answerStages } from '../../core/design/answers/stages.ts'
import { interactionsOf } from '../../core/design/interactions.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { summaryOf } from '../../core/design/summary.ts'
import type { ReportedFile, ReportedReview, ReportedTask, ReportModel } from '../../core/documents/report-model.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import { isTestFile } from '../../core/python/test-file.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { Checkpoint, CreateEvent, CreateState, ReviewDecision } from '../../core/workflow/create/types.ts'
import { type AcceptedFile, acceptedFiles, keptUnchecked, keptWords } from '../accepted.ts'
import { groundsWords, standsOnFiles } from '../beside-words.ts'
import { repositoryFiles } from '../effects/gate.ts'
import { foundBy, leftBehind } from '../left-behind.ts'
import { acceptedUntested, testsSeen, untestedWords } from '../planned-tests.ts'
import { planOfRun } from '../planning.ts'
import { promptOf } from '../prompts.ts'
import { unprovedRows } from '../proof.ts'
import { unplannedGrounds } from '../reached-files.ts'
import { taskText } from '../workspace.ts'
import type { World } from '../world.ts'
import { logOf } from './log.ts'
import { metricsOf, untested } from './metrics.ts'
import { outstandingOf } from './outstanding.ts'
import { type Grounds, readinessOf } from './readiness.ts'
import { byWords, decidedWords, reviewWords, statusOf, statusSince } from './words.ts'

/** A run as a report looks at it. */
export interface ReportedRun {
  readonly state: CreateState
  readonly events: readonly StoredEvent<CreateEvent>[]
  readonly target: string
}

const taskReport = (state: CreateState, task: PlannedTask, accepted: readonly AcceptedFile[]): ReportedTask => {
  const own = taskOf(state, task.id)
  return {
    id: task.id,
    path: task.path,
    purpose: task.purpose,
    effort: task.effort,
    status: statusSince(state, task.id, accepted),
    doer: own.delivered?.doer ?? 'nobody yet',
    attempts: own.attempt,
    rows: own.validation?.rows ?? [],
    decided: decidedWords(state, task.id),
  }
}

const fileReport = (
  state: CreateState,
  task: PlannedTask,
  text: string | undefined,
  accepted: readonly AcceptedFile[],
): ReportedFile => ({
  path: task.path,
  bytes: Buffer.byteLength(text ?? ''),
  lines: text === undefined || text === '' ? 0 : text.replace(/\n$/, '').split('\n').length,
  purpose: task.purpose,
  status: statusSince(state, task.id, accepted),
})

/** Tests that somebody else wrote: what was seen of them, and that they would notice a fault was not. */
const unproven = (state: CreateState, tasks: readonly PlannedTask[]): readonly string[] =>
  tasks
    .filter(({ id, path }) => isTestFile(path) && taskOf(state, id).at === 'done')
    .filter(({ id }) => taskOf(state, id).delivered?.doer !== 'builtin')
    .map(({ id, path }) => `${path}: ${testsSeen(taskOf(state, id))}`)

const checkpoints = [1, 2] as const

/** What was decided last at a checkpoint: what was decided before a design was opened again no longer stands. */
const lastDecision = ({ decisions }: CreateState, checkpoint: Checkpoint): ReviewDecision | undefined =>
  decisions.findLast(each => each.checkpoint === checkpoint)

const unverifiedOf = (
  state: CreateState,
  tasks: readonly PlannedTask[],
  { rows, unproved, files, untested: lacking }: Grounds,
): readonly string[] => [
  ...unproved.map(row => `${row.title}: its receipt is gone or was changed`),
  ...files
    .filter(each => each.since !== 'kept')
    .map(each =>
      each.since === 'gone'
        ? `${each.path}: accepted, and gone since`
        : `${each.path}: changed since it was accepted; nobody reviewed the change`,
    ),
  ...rows
    .filter(row => row.outcome !== 'PASS')
    .map(row => `${row.title}: ${row.outcome === 'FAIL' ? 'failed' : 'not verified'} — ${row.reason}`),
  ...(rows.length === 0 ? ['The repository as a whole: the closing gate has not run yet.'] : []),
  ...tasks
    .filter(task => taskOf(state, task.id).at !== 'done')
    .map(task => `${task.path}: ${statusOf(state, task.id)}`),
  ...lacking.map(each => `${each.path}: ${untestedWords(each)}`),
  ...unproven(state, tasks),
  ...keptUnchecked(state).map(path => `${path}: ${keptWords}`),
  ...checkpoints
    .filter(each => lastDecision(state, each)?.unseen === true)
    .map(each => `Review ${each} was approved unseen.`),
]

/** The files in no plan with which the closing gate ran. */
const besideWords = async (world: World, target: string, state: CreateState): Promise<readonly string[]> => {
  if (state.gate === undefined || !standsOnFiles(state.gate.rows)) return []
  const words = groundsWords(await unplannedGrounds(world, await repositoryFiles(world, target, state), state.plan))
  return words === undefined ? [] : [words]
}

const openedAgain = (events: ReportedRun['events'], stage: AnswerStage): { readonly opened?: readonly string[] } => {
  const opened = events.flatMap(({ event }) =>
    event.type === 'stage-reopened' && event.stage === stage ? [byWords(event.by)] : [],
  )
  return opened.length === 0 ? {} : { opened }
}

const reviewsOf = (state: CreateState): readonly ReportedReview[] =>
  checkpoints.flatMap(checkpoint => {
    const review = state.reviews[checkpoint]
    return review === undefined ? [] : [{ review, decided: reviewWords(lastDecision(state, checkpoint)) }]
  })

const nextOf = (plan: Plan | undefined): ReportModel['next'] => {
  if (plan === undefined) return [{ does: 'Go on with the run', command: 'trysquare next' }]
  const { manager } = plan.late
  return [
    { does: 'Go to the repository', command: `cd ${plan.early.names.repository}` },
    ...(manager.locked ? [] : [{ does: `Write ${manager.lock_file}, and commit it`, command: manager.lock }]),
    { does: 'Make the environment', command: manager.install },
    ...(plan.early.architecture.testing === 'none'
      ? []
      : [{ does: 'Run the tests', command: `${manager.run} pytest` }]),
    { does: 'Check everything again', command: 'trysquare gate run' },
  ]
}

/** The plan of a run that came so far; before that a report speaks of the design alone. */
const planned = async (world: World, state: CreateState): Promise<Plan | undefined> => {
  if (state.plan.length === 0) return undefined
  const plan = await planOfRun(world, state)
  return isRefusal(plan) ? refuse(plan) : plan
}

/** Files of a plan that is open again, by the ids under which they were made; those that it adds were not made. */
const asMade = (tasks: readonly PlannedTask[], { plan }: Pick<CreateState, 'plan'>): readonly PlannedTask[] => {
  const made = new Map(plan.map(each => [`${each.role} ${each.path}`, each.id]))
  return tasks.flatMap(task => {
    const id = made.get(`${task.role} ${task.path}`)
    return id === undefined ? [] : [{ ...task, id }]
  })
}

/** The report of a run as it stands: from the journal, the receipts and the files, nothing else. */
export const reportOf = async (world: World, { state: now, events, target }: ReportedRun): Promise<ReportModel> => {
  // While a design is open again, what was accepted before is what lies there.
  const state = now.former === undefined ? now : { ...now, ...now.former }
  const plan = await planned(world, state)
  const all = now.former === undefined ? (plan?.tasks ?? []) : asMade(plan?.tasks ?? [], state)
  const rows = state.gate?.rows ?? []
  const accepted = await acceptedFiles(world, target, state)
  const grounds: Grounds = {
    rows,
    unproved: await unprovedRows(world, target, rows),
    files: accepted,
    untested: acceptedUntested(state, all),
    left: await leftBehind(world, target, state, await foundBy(world, target, rows)),
  }
  const otherwise = accepted.filter(each => each.since !== 'kept').length
  const tasks = all.map(task => taskReport(state, task, accepted))
  const files: ReportedFile[] = []
  for (const task of all) files.push(fileReport(state, task, await taskText(world, target, state, task.id), accepted))
  const reviews = reviewsOf(state)
  const metrics = await metricsOf(world, target, rows, files, tasks)
  const prompts =
    plan === undefined
      ? []
      : await Promise.all(
          all.map(async task => ({
            task: task.id,
            path: task.path,
            // The text that an open file is made from belongs to its prompt; for accepted files it would only repeat the repository.
            text: await promptOf(
              world,
              plan,
              task,
              state,
              taskOf(state, task.id).at === 'done' ? undefined : { target },
            ),
          })),
        )
  const { intake } = state.given
  return {
    report: 1,
    project: {
      name: plan?.early.names.title ?? intake?.repository_name ?? 'A new project',
      repository: intake?.repository_name ?? '',
      description: intake?.description ?? '',
    },
    run: {
      id: state.run?.id ?? '',
      trysquare: state.run?.version ?? '',
      date: state.run?.date ?? '',
      doer: state.run?.doer ?? '',
      embedded: state.run?.embedded ?? false,
      finished: state.at === 'report' || state.at === 'finished',
    },
    unverified: [
      ...(await untested(world, target, rows)),
      ...(await besideWords(world, target, state)),
      ...unverifiedOf(state, all, grounds),
    ],
    denominators: [
      {
        label: 'Files accepted',
        value: `${tasks.filter(task => task.status === 'accepted').length} of ${tasks.length}`,
      },
      ...(otherwise === 0
        ? []
        : [{ label: 'Files changed or gone since they were accepted', value: String(otherwise) }]),
      {
        label: 'Checks of the closing gate that ran',
        value: `${rows.filter(row => row.outcome !== 'SKIPPED').length} of ${rows.length}`,
      },
      ...metrics.filter(each => each.label === 'Tests passed'),
    ],
    ...readinessOf(state, grounds),
    design: answerStages.map(stage => ({
      stage,
      answers: summaryOf(stage, state.given).map(({ question, answer }) => ({ question, answer })),
      ...openedAgain(events, stage),
      ...(state.confirmed[stage] !== undefined && { confirmed: byWords(state.confirmed[stage]) }),
    })),
    reviews,
    tasks,
    files,
    gate: rows,
    metrics,
    outstanding: outstandingOf(state, all, accepted),
    next: nextOf(plan),
    warnings: [
      ...interactionsOf(state.given),
      ...reviews
        .filter(({ review }) => review.checkpoint === 2)
        .flatMap(({ review }) => review.recommendations.map(each => each.text)),
    ],
    prompts,
    log: logOf(events),
  }
}
