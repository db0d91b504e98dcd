import { isRefusal } from '../../../base/refusal.ts'
import { type AnswerStage, answerStages } from '../../design/answers/stages.ts'
import { machine } from '../machine.ts'
import { task } from '../task/machine.ts'
import { applyCreate, checkpointAt, taskOf } from './apply.ts'
import {
  allSettled,
  atItsCheckpoint,
  atItsStage,
  mayApprove,
  mayClear,
  mayConfirm,
  mayDecide,
  mayDeliverLate,
  mayEdit,
  mayKeep,
  mayRefresh,
  maySettle,
  mayTask,
  showsItsCheckpoint,
} from './guards.ts'
import { stands } from './reopen.ts'
import { typedAt } from './typed.ts'
import type { CreateCommand, CreateEvent, CreateState, Standable } from './types.ts'

type Of<Type extends CreateCommand['type']> = Extract<CreateCommand, { readonly type: Type }>

const answer = (stage: AnswerStage) => ({
  to: [stage],
  guard: atItsStage(stage),
  emit: (_: CreateState, { values, by }: Of<'answer'>): CreateEvent[] => [{ type: 'answered', stage, values, by }],
})

const confirm = (stage: AnswerStage | 'additions', to: string) => ({
  to: [to],
  guard: mayConfirm(stage),
  emit: (_: CreateState, { by }: Of<'confirm'>): CreateEvent[] => [{ type: 'stage-confirmed', stage, by }],
})

const propose = (...to: string[]) => ({
  to,
  emit: (_: CreateState, { files, additions }: Of<'propose'>): CreateEvent[] => [
    { type: 'tree-proposed', files, additions },
  ],
})

const reopen = (...to: AnswerStage[]) => ({
  to,
  emit: (_: CreateState, { stage, by }: Of<'reopen'>): CreateEvent[] => [{ type: 'stage-reopened', stage, by }],
  guard: (state: CreateState, { stage }: Of<'reopen'>) =>
    to.includes(stage)
      ? undefined
      : {
          refused: true as const,
          code: 'TSQ-RUN-ORDER' as const,
          data: { at: state.at, asked: `revise ${stage}`, possible: to.map(each => `revise ${each}`) },
        },
})

/** Once files are made, the plan can be opened without the design: what it stands on has not changed. */
const reopenPlan = {
  to: ['plan'],
  emit: (_: CreateState, { by }: Of<'reopen-plan'>): CreateEvent[] => [{ type: 'plan-reopened', by }],
}

/** What an answers file says beforehand is the run's: it holds when the run goes on without the file. */
const record = (at: string) => ({
  to: [at],
  emit: (_: CreateState, { approvals, answers, by }: Of<'record'>): CreateEvent[] => [
    { type: 'approvals-recorded', approvals, ...(answers !== undefined && { answers }), by },
  ],
})

const keep = (what: Standable, to: string) => ({
  to: [to],
  guard: mayKeep(what),
  emit: (state: CreateState): CreateEvent[] => {
    const by = stands(state, what)
    return by === undefined ? [] : [{ type: 'decision-kept', what, by }]
  },
})

/** What is decided on a file that was made meanwhile sends it back: it is taken from the person, or made again. */
const settle = (...to: string[]) => ({
  to,
  guard: maySettle,
  emit: (state: CreateState, { files, by }: Of<'settle'>): CreateEvent[] => [
    { type: 'collisions-settled', files, by },
    ...files.flatMap(({ path }): CreateEvent[] => {
      const outline = state.plan.find(each => each.path === path)
      const sent = outline && task.decide(taskOf(state, outline.id), { type: 'regenerate', by })
      return outline === undefined || sent === undefined || isRefusal(sent)
        ? []
        : sent.map(event => ({ type: 'task', task: outline.id, event }))
    }),
  ],
})

const critic = (at: 'critic_1' | 'critic_2', onwards: string, ...back: AnswerStage[]) => ({
  review: {
    to: [at],
    guard: atItsCheckpoint,
    emit: (_: CreateState, { review }: Of<'review'>): CreateEvent[] => [{ type: 'reviewed', review }],
  },
  show: {
    to: [at],
    guard: showsItsCheckpoint,
    emit: (_: CreateState, { checkpoint }: Of<'show'>): CreateEvent[] => [{ type: 'review-shown', checkpoint }],
  },
  decide: {
    to: [onwards, at, ...back],
    guard: mayDecide(back),
    emit: (state: CreateState, { decision, back: stage }: Of<'decide'>): CreateEvent[] => {
      const checkpoint = checkpointAt(state.at) ?? 1
      const score = state.reviews[checkpoint]?.total ?? 0
      return [
        {
          type: 'review-decided',
          decision: { ...decision, checkpoint, score },
          ...(decision.decision === 'revise' && { back: stage ?? back.at(-1) ?? 'architecture' }),
        },
      ]
    },
  },
  reopen: reopen(...back),
  keep: keep(at, onwards),
  record: record(at),
})

const own = {
  to: ['tasks'],
  guard: mayTask,
  emit: (state: CreateState, { task: id, command }: Of<'task'>): CreateEvent[] => {
    const events = task.decide(taskOf(state, id), command)
    return isRefusal(events) ? [] : events.map(event => ({ type: 'task', task: id, event }))
  },
}

/**
 * From an idea to a validated repository. Stages run in order; the table holds no way around one. Each task is a machine of its
 * own, reached through the command `task`.
 */
export const create = machine<CreateState, CreateCommand, CreateEvent>()(
  {
    new: { begin: { to: ['intake'], emit: (_, { run }) => [{ type: 'run-begun', workflow: 'create', run }] } },
    intake: { record: record('intake'), answer: answer('intake'), confirm: confirm('intake', 'architecture') },
    architecture: {
      record: record('architecture'),
      answer: answer('architecture'),
      confirm: confirm('architecture', 'critic_1'),
      keep: keep('architecture', 'critic_1'),
      reopen: reopen('intake'),
    },
    critic_1: critic('critic_1', 'structure', 'intake', 'architecture'),
    structure: {
      record: record('structure'),
      answer: answer('structure'),
      propose: propose('structure'),
      confirm: confirm('structure', 'features'),
      keep: keep('structure', 'features'),
      reopen: reopen('intake', 'architecture'),
    },
    features: {
      record: record('features'),
      answer: answer('features'),
      confirm: confirm('features', 'additions'),
      keep: keep('features', 'additions'),
      reopen: reopen('intake', 'architecture', 'structure'),
    },
    additions: {
      record: record('additions'),
      propose: propose('additions', 'critic_2'),
      confirm: confirm('additions', 'critic_2'),
      keep: keep('additions', 'critic_2'),
      reopen: reopen(...answerStages),
    },
    critic_2: critic('critic_2', 'plan', 'intake', 'architecture', 'structure', 'features'),
    plan: {
      record: record('plan'),
      plan: {
        to: ['plan'],
        emit: (_, { tasks, found, beside, edits }) => [
          {
            type: 'planned',
            tasks,
            ...(found !== undefined && { found }),
            ...(beside !== undefined && { beside }),
            ...(edits !== undefined && { edits }),
          },
        ],
      },
      'edit-plan': { to: ['plan'], guard: mayEdit, emit: (_, { edits, by }) => [{ type: 'plan-edited', edits, by }] },
      settle: settle('plan'),
      approve: { to: ['tasks'], guard: mayApprove, emit: (_, { by }) => [{ type: 'plan-approved', by }] },
      reopen: reopen(...answerStages),
    },
    tasks: {
      record: record('tasks'),
      task: own,
      close: { to: ['gate'], guard: allSettled, emit: () => [{ type: 'tasks-closed' }] },
      collide: { to: ['tasks'], emit: (_, { found }) => [{ type: 'collided', found }] },
      settle: settle('tasks'),
      refresh: {
        to: ['tasks'],
        guard: mayRefresh,
        emit: (_, { without, outlines }) => [{ type: 'refreshed', without, outlines }],
      },
      clear: {
        to: ['tasks'],
        guard: mayClear,
        emit: (_, { removed, left }) => [{ type: 'leftovers-cleared', removed, left }],
      },
      reopen: reopen(...answerStages),
      'reopen-plan': reopenPlan,
    },
    gate: {
      record: record('gate'),
      gate: { to: ['report'], emit: (_, { result }) => [{ type: 'gated', result }] },
      reopen: reopen(...answerStages),
      'reopen-plan': reopenPlan,
    },
    report: {
      record: record('report'),
      report: { to: ['finished'], emit: (_, { reports }) => [{ type: 'reported', reports }] },
      reopen: reopen(...answerStages),
      'reopen-plan': reopenPlan,
    },
    finished: {
      // What was deferred may still be delivered, and what was edited since it was accepted.
      task: { ...own, guard: mayDeliverLate },
      settle: settle('tasks'),
      reopen: reopen(...answerStages),
      'reopen-plan': reopenPlan,
    },
  },
  {
    at: 'new',
    given: {},
    confirmed: {},
    reviews: {},
    shown: [],
    decisions: [],
    edits: {},
    plan: [],
    tasks: {},
    without: [],
    stood: {},
    leftovers: [],
    leftBehind: [],
    collisions: [],
    settledBefore: [],
    gates: {},
    reports: [],
  },
  applyCreate,
  typedAt,
)
