import { join } from 'node:path'
import { refuse } from '../base/errors/known-error.ts'
import { isRefusal } from '../base/refusal.ts'
import { answerStages } from '../core/design/answers/stages.ts'
import { interactionsOf } from '../core/design/interactions.ts'
import type { Plan } from '../core/design/plan/plan.ts'
import { summaryOf } from '../core/design/summary.ts'
import type {
  Figure,
  LoggedDecision,
  Outstanding,
  Readiness,
  ReportedFile,
  ReportedReview,
  ReportedTask,
  ReportModel,
} from '../core/documents/report-model.ts'
import { overall, type Row } from '../core/gates/verdict.ts'
import type { StoredEvent } from '../core/journal/event.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateEvent, CreateState, ReviewDecision } from '../core/workflow/create/types.ts'
import type { By } from '../core/workflow/decision.ts'
import { readReceipt } from './evidence.ts'
import { planOfRun } from './planning.ts'
import { promptOf } from './prompts.ts'
import { taskText } from './workspace.ts'
import type { World } from './world.ts'

const byWords = (by: By): string => `${by.who} (${by.channel})${by.why === undefined ? '' : `: ${by.why}`}`

const reviewWords = (decision: ReviewDecision | undefined): string => {
  if (decision === undefined) return 'not decided yet'
  const how = decision.unseen
    ? ', approved unseen'
    : decision.min_score === undefined
      ? ''
      : `, on the condition of at least ${decision.min_score}`
  return `${decision.decision} at ${decision.score} of 25${how}, by ${byWords(decision.by)}`
}

const statusWords: Readonly<Record<string, string>> = {
  done: 'accepted',
  accepted: 'accepted, not yet in place',
  review: 'waits for a review',
  waiting: 'waits for a person or an agent',
  planned: 'waits for other files',
  making: 'being made',
  checking: 'being checked',
}

const decidedWords = (state: CreateState, id: ReportedTask['id']): string => {
  const { decided } = taskOf(state, id)
  if (decided === undefined) return 'open'
  const acknowledged =
    (decided.acknowledged ?? []).length > 0 ? `, acknowledging ${decided.acknowledged?.join(', ')}` : ''
  return `${decided.what} by ${byWords(decided.by)}${acknowledged}`
}

const logOf = (events: readonly StoredEvent<CreateEvent>[]): readonly LoggedDecision[] =>
  events.flatMap(({ at, event }) => {
    const entry = (what: string, by: By): readonly LoggedDecision[] => [
      { at, what, who: by.who, channel: by.channel, ...(by.why !== undefined && { why: by.why }) },
    ]
    if (event.type === 'answered') return entry(`answered ${event.stage}`, event.by)
    if (event.type === 'stage-confirmed') return entry(`confirmed ${event.stage}`, event.by)
    if (event.type === 'review-decided')
      return entry(
        `review ${event.decision.checkpoint}: ${event.decision.decision}${event.decision.unseen ? ' (approved unseen)' : ''}`,
        event.decision.by,
      )
    if (event.type === 'stage-reopened') return entry(`reopened ${event.stage}`, event.by)
    if (event.type === 'plan-approved') return entry('approved the plan', event.by)
    if (event.type === 'task' && 'by' in event.event) return entry(`${event.task}: ${event.event.type}`, event.event.by)
    return []
  })

const fileOf = (
  path: ReportedFile['path'],
  text: string | undefined,
  purpose: string,
  status: string,
): ReportedFile => ({
  path,
  bytes: Buffer.byteLength(text ?? ''),
  lines: text === undefined || text === '' ? 0 : text.replace(/\n$/, '').split('\n').length,
  purpose,
  status,
})

const unverifiedOf = (state: CreateState, plan: Plan, rows: readonly Row[]): readonly string[] => [
  ...rows
    .filter(row => row.outcome !== 'PASS')
    .map(row => `${row.title}: ${row.outcome === 'FAIL' ? 'failed' : 'not verified'} — ${row.reason}`),
  ...(rows.length === 0 ? ['The repository as a whole: the closing gate has not run yet.'] : []),
  ...plan.tasks
    .filter(task => taskOf(state, task.id).at !== 'done')
    .map(task => `${task.path}: ${statusWords[taskOf(state, task.id).at] ?? taskOf(state, task.id).at}`),
  ...state.decisions.filter(each => each.unseen).map(each => `Review ${each.checkpoint} was approved unseen.`),
]

const outstandingOf = (state: CreateState, plan: Plan): readonly Outstanding[] =>
  plan.tasks.flatMap(task => {
    const { at, how, decided, failures, dismissed, validation } = taskOf(state, task.id)
    const open: Outstanding[] = []
    if (at !== 'done') {
      open.push({
        what: `${task.id} ${task.path}: ${statusWords[at] ?? at}`,
        why:
          decided?.by.why ??
          how ??
          (at === 'review'
            ? (validation?.rows ?? [])
                .filter(row => row.outcome === 'FAIL' || row.outcome === 'PARTIAL')
                .map(row => `${row.check}: ${row.reason}`)
                .join('; ') || 'It waits for a decision.'
            : 'It waits for another file.'),
        todo:
          at === 'review'
            ? `trysquare task show ${task.id}`
            : `trysquare task prompt ${task.id}; put the file in place; trysquare task submit ${task.id}`,
      })
    }
    if (at === 'done' && (decided?.acknowledged ?? []).length > 0)
      open.push({
        what: `${task.path} was accepted as it is`,
        why: `Acknowledged: ${decided?.acknowledged?.join(', ')}.`,
        todo: 'Mend it when you touch the file.',
      })
    for (const each of dismissed) {
      const finding = validation?.findings.find(found => found.id === each.finding)
      open.push({
        what: `${task.path}: ${finding?.rule ?? each.finding} was dismissed by ${each.by.who}`,
        why: each.by.why ?? '',
        todo: 'Nothing, unless the reason no longer holds.',
      })
    }
    for (const each of failures)
      open.push({
        what: `${task.path}, attempt ${each.attempt}: ${each.what}`,
        why: 'A delivery did not pass.',
        todo: at === 'done' ? `Nothing: ${each.settled ?? 'it was settled'}.` : 'See the task.',
      })
    return open
  })

const readiness = (
  state: CreateState,
  rows: readonly Row[],
  outstanding: readonly Outstanding[],
): { readonly verdict: Readiness; readonly reasons: readonly string[] } => {
  const failed = rows.filter(row => row.outcome === 'FAIL' || row.outcome === 'PARTIAL')
  const unfinished = state.plan.filter(each => !['done', 'deferred'].includes(taskOf(state, each.id).at))
  const unable = rows.filter(row => row.outcome === 'SKIPPED')
  const deferred = state.plan.filter(each => taskOf(state, each.id).at === 'deferred')
  if (rows.length === 0 || failed.length > 0 || unfinished.length > 0) {
    return {
      verdict: 'not ready',
      reasons: [
        ...failed.map(row => `${row.title} fails: ${row.reason}`),
        ...(unfinished.length > 0 ? [`${unfinished.length} of ${state.plan.length} files are not done.`] : []),
        ...(rows.length === 0 ? ['The closing gate has not run.'] : []),
      ],
    }
  }
  const open = [
    ...deferred.map(each => `${each.path} is deferred.`),
    ...unable.map(row => `${row.title}: ${row.reason}.`),
    ...(outstanding.some(each => each.what.includes('was accepted as it is'))
      ? ['A file was accepted with acknowledged failures.']
      : []),
  ]
  if (open.length > 0)
    return {
      verdict: 'ready with open items',
      reasons: [
        `Every check that ran passes, ${open.length === 1 ? 'with one open item' : `with ${open.length} open items`}.`,
        ...open,
      ],
    }
  return {
    verdict: 'ready for development',
    reasons: ['Every planned file is accepted, and every check passes on the whole repository.'],
  }
}

const metricsOf = async (
  world: World,
  target: string,
  rows: readonly Row[],
  files: readonly ReportedFile[],
  tasks: readonly ReportedTask[],
): Promise<readonly Figure[]> => {
  const metrics: Record<string, number> = {}
  for (const row of rows) {
    const receipt = row.receipt === undefined ? undefined : await readReceipt(world, target, row.receipt)
    for (const [name, value] of Object.entries(receipt?.outcome.metrics ?? {})) metrics[`${row.check}.${name}`] = value
  }
  const python = files.filter(file => file.path.endsWith('.py'))
  const validated = tasks.filter(task => task.rows.length > 0)
  const acceptable = validated.filter(task => overall({ rows: task.rows, findings: [] }) === 'ACCEPTABLE')
  const styled = validated
    .map(task => task.rows.find(row => row.check === 'style')?.outcome)
    .filter(each => each === 'PASS' || each === 'FAIL')
  return [
    { label: 'Lines, all files', value: String(files.reduce((sum, file) => sum + file.lines, 0)) },
    { label: 'Lines of Python', value: String(python.reduce((sum, file) => sum + file.lines, 0)) },
    ...(validated.length > 0
      ? [{ label: 'Files acceptable at their review', value: `${acceptable.length} of ${validated.length}` }]
      : []),
    ...(metrics['tests.tests_passed'] !== undefined
      ? [
          {
            label: 'Tests passed',
            value: `${metrics['tests.tests_passed']} of ${metrics['tests.tests_collected'] ?? metrics['tests.tests_passed']}`,
          },
        ]
      : []),
    ...(metrics['tests.coverage_percent'] !== undefined
      ? [{ label: 'Coverage', value: `${metrics['tests.coverage_percent'].toFixed(1)} %` }]
      : []),
    ...(styled.length > 0
      ? [
          {
            label: 'Python files clean in style',
            value: `${styled.filter(each => each === 'PASS').length} of ${styled.length}`,
          },
        ]
      : []),
  ]
}

/** The report of a run as it stands: from the journal, the receipts and the files, nothing else. */
export const reportOf = async (
  world: World,
  run: { readonly state: CreateState; readonly events: readonly StoredEvent<CreateEvent>[]; readonly target: string },
): Promise<ReportModel> => {
  const { state, events, target } = run
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  const rows = state.gate?.rows ?? []
  const tasks: ReportedTask[] = plan.tasks.map(task => {
    const own = taskOf(state, task.id)
    return {
      id: task.id,
      path: task.path,
      purpose: task.purpose,
      effort: task.effort,
      status: statusWords[own.at] ?? own.at,
      doer: own.delivered?.doer ?? 'nobody yet',
      attempts: own.attempt,
      rows: own.validation?.rows ?? [],
      decided: decidedWords(state, task.id),
    }
  })
  const files: ReportedFile[] = []
  for (const task of plan.tasks)
    files.push(
      fileOf(
        task.path,
        await taskText(world, target, state, task.id),
        task.purpose,
        statusWords[taskOf(state, task.id).at] ?? taskOf(state, task.id).at,
      ),
    )
  const outstanding = outstandingOf(state, plan)
  const { verdict, reasons } = readiness(state, rows, outstanding)
  const reviews = ([1, 2] as const).flatMap((checkpoint): readonly ReportedReview[] => {
    const review = state.reviews[checkpoint]
    return review === undefined
      ? []
      : [{ review, decided: reviewWords(state.decisions.filter(each => each.checkpoint === checkpoint).at(-1)) }]
  })
  const metrics = await metricsOf(world, target, rows, files, tasks)
  const done = tasks.filter(task => task.status === 'accepted').length
  const ran = rows.filter(row => row.outcome !== 'SKIPPED').length
  const manager = plan.late.manager
  return {
    report: 1,
    project: {
      name: plan.early.names.title,
      repository: plan.early.names.repository,
      description: plan.early.intake.description,
    },
    run: {
      id: state.run?.id ?? '',
      trysquare: state.run?.version ?? '',
      date: state.run?.date ?? '',
      doer: state.run?.doer ?? '',
      embedded: state.run?.embedded ?? false,
      finished: state.at === 'report' || state.at === 'finished',
    },
    unverified: unverifiedOf(state, plan, rows),
    denominators: [
      { label: 'Files accepted', value: `${done} of ${tasks.length}` },
      { label: 'Checks of the closing gate that ran', value: `${ran} of ${rows.length}` },
      ...metrics.filter(each => each.label === 'Tests passed'),
    ],
    verdict,
    reasons,
    design: answerStages.map(stage => ({
      stage,
      answers: summaryOf(stage, state.given).map(({ question, answer }) => ({ question, answer })),
      ...(state.confirmed[stage] !== undefined && { confirmed: byWords(state.confirmed[stage]) }),
    })),
    reviews,
    tasks,
    files,
    gate: rows,
    metrics,
    outstanding,
    next: [
      { does: 'Go to the repository', command: `cd ${plan.early.names.repository}` },
      { does: 'Make the environment', command: manager.install },
      ...(plan.early.architecture.testing === 'none'
        ? []
        : [{ does: 'Run the tests', command: `${manager.run} pytest` }]),
      { does: 'Check everything again', command: 'trysquare gate run' },
    ],
    warnings: [
      ...interactionsOf(state.given),
      ...reviews.flatMap(({ review }) =>
        review.checkpoint === 2 ? review.recommendations.map(each => each.text) : [],
      ),
    ],
    prompts: await Promise.all(
      plan.tasks.map(async task => ({
        task: task.id,
        path: task.path,
        text: await promptOf(world, plan, task, state, taskOf(state, task.id).at === 'done' ? undefined : { target }),
      })),
    ),
    log: logOf(events),
  }
}

/** The names of the files that reports are written to: never part of what is checked. */
export const isReport = (path: string): boolean => /^GENERATION_REPORT\.\w+$/.test(path)

/** Writes the report in the formats that the answers ask for; Markdown when they ask for none. */
export const writeReports = async (
  world: World,
  run: Parameters<typeof reportOf>[1],
): Promise<readonly { readonly file: string; readonly format: string }[]> => {
  const model = await reportOf(world, run)
  const wanted = run.state.given.report?.formats ?? ['markdown']
  const formats = (await world.shelves.reports()).filter(each => wanted.some(name => name === each.id))
  for (const format of formats) await world.files.write(join(run.target, format.file), format.print(model))
  return formats.map(({ id, file }) => ({ format: id, file }))
}
