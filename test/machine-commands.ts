import type { ContentHash, RunId, TaskId } from '../src/base/brand.ts'
import { isRefusal } from '../src/base/refusal.ts'
import { ownPath } from '../src/base/repo-path.ts'
import type { Given } from '../src/core/design/answers/schema.ts'
import { type AnswerStage, answerStages } from '../src/core/design/answers/stages.ts'
import type { Review } from '../src/core/design/review.ts'
import type { Finding } from '../src/core/gates/finding.ts'
import type { Outcome, Validation } from '../src/core/gates/verdict.ts'
import { create } from '../src/core/workflow/create/machine.ts'
import type {
  Checkpoint,
  CreateCommand,
  CreateState,
  Settling,
  Standable,
  TaskOutline,
} from '../src/core/workflow/create/types.ts'
import type { By } from '../src/core/workflow/decision.ts'
import { task } from '../src/core/workflow/task/machine.ts'
import type { TaskCommand, TaskState } from '../src/core/workflow/task/types.ts'

/** A person who decides and says nothing. */
export const by: By = { who: 'Ada', channel: 'terminal' }
/** The same person with a reason. */
export const because: By = { ...by, why: 'I looked at it.' }

export const path = ownPath('src/plain/check.py')

/** A finding of a check in the file. */
export const finding = (check: string, id = `F-${check}`): Finding => ({
  id,
  check,
  rule: `${check}-rule`,
  path,
  message: 'It is bad.',
  severity: 'high',
})

/** A validation with one row per check; what does not pass has one finding. */
export const validation = (rows: Readonly<Record<string, Outcome>>): Validation => ({
  rows: Object.entries(rows).map(([check, outcome]) => ({ check, title: check, outcome, reason: 'It was looked at.' })),
  findings: Object.entries(rows)
    .filter(([, outcome]) => outcome === 'FAIL' || outcome === 'PARTIAL')
    .map(([check]) => finding(check)),
})

export const passing = validation({ syntax: 'PASS', style: 'PASS', security: 'PASS', tests: 'SKIPPED' })
export const unstyled = validation({ syntax: 'PASS', style: 'FAIL', security: 'PASS' })
export const unsafe = validation({ syntax: 'PASS', style: 'PASS', security: 'FAIL' })
export const unlooked = validation({ syntax: 'SKIPPED', style: 'SKIPPED', security: 'SKIPPED' })

const delivered = { hash: '0'.repeat(64) as ContentHash, bytes: 10, doer: 'builtin' }

/** Every command of the task machine, with the few data that make a difference. */
export const taskCommands: readonly TaskCommand[] = [
  { type: 'start', doer: 'builtin' },
  { type: 'wait', how: 'A person writes it.' },
  { type: 'deliver', delivered },
  { type: 'fail', reason: 'It crashed.' },
  ...[passing, unstyled, unsafe, unlooked].map(each => ({ type: 'judge', validation: each }) as const),
  { type: 'fix', by, delivered, what: 'formatting' },
  { type: 'accept', by },
  { type: 'accept', by: because, acknowledged: ['style'] },
  { type: 'accept', by: because, acknowledged: ['style', 'security', 'syntax', 'tests'] },
  { type: 'modify', by, asked: 'Say it in fewer lines.' },
  { type: 'regenerate', by },
  ...['F-style', 'F-security', 'F-nothing'].flatMap(id =>
    [by, because].map(who => ({ type: 'dismiss', by: who, finding: id }) as const),
  ),
  ...[by, because].flatMap(who => [{ type: 'defer', by: who } as const, { type: 'abort', by: who } as const]),
  { type: 'place' },
]

/** The state after commands, each of which must be taken. */
export const taskAfter = (...commands: readonly TaskCommand[]): TaskState =>
  commands.reduce((state, command) => {
    const events = task.decide(state, command)
    if (isRefusal(events)) throw new Error(`${command.type} was refused at ${state.at}: ${events.code}`)
    return events.reduce(task.apply, state)
  }, task.initial)

/** A task whose file waits for its review. */
export const reviewing = (judged: Validation): TaskState =>
  taskAfter({ type: 'start', doer: 'builtin' }, { type: 'deliver', delivered }, { type: 'judge', validation: judged })

/** Complete answers for each stage. */
export const answered: Readonly<Record<AnswerStage, Partial<Given>>> = {
  intake: {
    intake: {
      package_name: 'plain',
      repository_name: 'plain',
      description: 'Checks things.',
      purpose: 'library',
      users: ['developers'],
      maturity: 'production',
      lifespan: 'long-term',
      python: '>=3.11',
      deployment: 'local',
      concurrency: 'sync',
      non_goals: ['a page'],
    },
    project: { license: 'MIT', authors: [{ name: 'Ada', email: 'ada@example.org' }] },
  },
  architecture: {
    architecture: {
      dependencies: 'uv',
      configuration: 'files',
      errors: 'exceptions',
      logging: 'stdlib',
      testing: 'unit',
    },
  },
  structure: {
    structure: { mode: 'template' },
    components: [{ name: 'check', kind: 'validator', does: 'Checks.' }],
  },
  features: { features: { api: 'none' } },
}

/** A review with a total. */
export const reviewOf = (checkpoint: Checkpoint, total: number): Review => ({
  checkpoint,
  scores: [],
  total,
  band: total < 10 ? 'major' : total < 15 ? 'issues' : total < 20 ? 'good' : 'excellent',
  concerns: [],
  risks: [],
  missing: [],
  recommendations: [],
})

const outline = (id: string, needs: readonly string[] = []): TaskOutline => ({
  id: id as TaskId,
  role: id,
  path: ownPath(`src/plain/${id}.py`),
  purpose: 'A file.',
  effort: 'simple',
  needs: needs as readonly TaskId[],
  from: [],
  maker: 'template',
})

/** Two files, the second of which needs the first. */
export const outlines = [outline('T-001'), outline('T-002', ['T-001'])] as const

/** Somebody's file where the plan has its first. */
export const inTheWay = { path: ownPath('src/plain/T-001.py'), theirs: '1'.repeat(64) as ContentHash }

const lacking = { path: ownPath('uv.lock'), reason: 'The manager writes it.' }
const run = {
  id: 'create-2026-11-21-abcdef' as RunId,
  version: '0.1.0',
  date: '2026-11-21',
  doer: 'builtin',
  embedded: true,
}
const inTask = (id: string, command: TaskCommand): CreateCommand => ({ type: 'task', task: id as TaskId, command })
const decision = (what: 'proceed' | 'revise' | 'clarify') => ({ decision: what, by, unseen: false })
const checkpoints = [1, 2] as const
const tree = outlines.map(each => each.path)

export const commands = {
  begin: { type: 'begin', run },
  answer: (stage: AnswerStage) => ({ type: 'answer', stage, values: answered[stage], by }),
  confirm: (stage: AnswerStage | 'additions') => ({ type: 'confirm', stage, by }),
  propose: { type: 'propose', files: tree, additions: [] },
  proposeMore: { type: 'propose', files: tree, additions: [lacking] },
  review: (checkpoint: Checkpoint, total = 24) => ({ type: 'review', review: reviewOf(checkpoint, total) }),
  show: (checkpoint: Checkpoint) => ({ type: 'show', checkpoint }),
  proceed: { type: 'decide', decision: decision('proceed') },
  proceedFrom: (score: number) => ({ type: 'decide', decision: { ...decision('proceed'), min_score: score } }),
  clarify: { type: 'decide', decision: decision('clarify') },
  revise: (back?: AnswerStage) => ({
    type: 'decide',
    decision: decision('revise'),
    ...(back !== undefined && { back }),
  }),
  reopen: (stage: AnswerStage) => ({ type: 'reopen', stage, by }),
  reopenPlan: { type: 'reopen-plan', by },
  record: { type: 'record', approvals: { tasks: 'accept-passing' }, by },
  plan: (tasks: readonly TaskOutline[] = outlines) => ({ type: 'plan', tasks }),
  planOver: (beside: number) => ({ type: 'plan', tasks: [outlines[0]], found: [inTheWay], beside }),
  collide: { type: 'collide', found: [inTheWay] },
  settle: (how: Settling) => ({ type: 'settle', files: [{ path: inTheWay.path, how }], by }),
  editPlan: { type: 'edit-plan', edits: { remove: { LICENSE: 'elsewhere' } }, by },
  refresh: (...without: readonly string[]) => ({ type: 'refresh', without: without as TaskId[], outlines: [] }),
  keep: (what: Standable) => ({ type: 'keep', what }),
  clear: { type: 'clear', removed: [ownPath('src/plain/T-001.py')], left: [] },
  approve: { type: 'approve', by },
  task: inTask,
  close: { type: 'close' },
  gate: (passed: boolean) => ({ type: 'gate', result: { passed, rows: [], tree: '0'.repeat(64) as ContentHash } }),
  report: { type: 'report', reports: [{ file: 'GENERATION_REPORT.md', format: 'markdown' }] },
} as const satisfies Record<string, CreateCommand | ((...args: never[]) => CreateCommand)>

/** Commands that take one task from its beginning into its place. */
export const making: readonly TaskCommand[] = [
  { type: 'start', doer: 'builtin' },
  { type: 'deliver', delivered },
  { type: 'judge', validation: passing },
  { type: 'accept', by },
  { type: 'place' },
]

/** Every command of the create machine, with the few data that make a difference. */
export const createCommands: readonly CreateCommand[] = [
  commands.begin,
  commands.record,
  ...answerStages.map(commands.answer),
  ...[...answerStages, 'additions' as const].map(commands.confirm),
  commands.propose,
  commands.proposeMore,
  ...checkpoints.flatMap(each => [commands.review(each), commands.review(each, 8), commands.show(each)]),
  commands.proceed,
  commands.proceedFrom(25),
  commands.clarify,
  commands.revise(),
  ...answerStages.map(commands.revise),
  ...answerStages.map(commands.reopen),
  commands.plan(),
  commands.plan([]),
  commands.approve,
  ...['T-001', 'T-002', 'T-999'].flatMap(id =>
    [...making, { type: 'defer', by: because } as const].map(each => inTask(id, each)),
  ),
  ...[[], ['T-001'], ['T-002'], ['T-001', 'T-002']].map(ids => commands.refresh(...ids)),
  commands.close,
  commands.gate(true),
  commands.gate(false),
  commands.report,
]

/** What happens to a design that is opened again, and in a folder that was lived in: one file at a time is enough for it. */
export const reopenedCommands: readonly CreateCommand[] = [
  commands.begin,
  ...answerStages.map(commands.answer),
  ...[...answerStages, 'additions' as const].map(commands.confirm),
  commands.propose,
  commands.proposeMore,
  ...checkpoints.map(each => commands.review(each)),
  commands.proceed,
  commands.reopen('intake'),
  commands.reopenPlan,
  commands.record,
  commands.plan([outlines[0]]),
  commands.plan([outline('T-003')]),
  commands.planOver(2),
  commands.editPlan,
  commands.approve,
  ...['T-001', 'T-003'].flatMap(id => making.map(each => inTask(id, each))),
  commands.collide,
  commands.settle('keep'),
  commands.settle('replace'),
  ...(['architecture', 'critic_1', 'structure', 'features', 'additions', 'critic_2'] as const).map(commands.keep),
  commands.clear,
  commands.close,
  commands.gate(true),
  commands.report,
]

/** The state after commands, each of which must be taken. */
export const createAfter = (...given: readonly CreateCommand[]): CreateState =>
  given.reduce((state, command) => {
    const events = create.decide(state, command)
    if (isRefusal(events)) throw new Error(`${command.type} was refused at ${state.at}: ${events.code}`)
    return events.reduce(create.apply, state)
  }, create.initial)

const toArchitecture = [commands.begin, commands.answer('intake'), commands.confirm('intake')]
const toCritic = [...toArchitecture, commands.answer('architecture'), commands.confirm('architecture')]
const toStructure = [...toCritic, commands.review(1), commands.proceed]
const toFeatures = [...toStructure, commands.answer('structure'), commands.propose, commands.confirm('structure')]
const toAdditions = [...toFeatures, commands.answer('features'), commands.confirm('features')]
const toSecondCritic = [...toAdditions, commands.propose]
const toPlan = [...toSecondCritic, commands.review(2), commands.proceed]
const toTasks = [...toPlan, commands.plan(), commands.approve]
const toGate = [
  ...toTasks,
  ...outlines.flatMap(each => making.map(command => inTask(each.id, command))),
  commands.close,
]

/** The shortest honest way to each place. */
export const wayTo = {
  intake: [commands.begin],
  architecture: toArchitecture,
  critic_1: toCritic,
  structure: toStructure,
  features: toFeatures,
  additions: toAdditions,
  critic_2: toSecondCritic,
  plan: toPlan,
  tasks: toTasks,
  gate: toGate,
  report: [...toGate, commands.gate(true)],
  finished: [...toGate, commands.gate(true), commands.report],
} as const satisfies Partial<Record<CreateState['at'], readonly CreateCommand[]>>
