import type { TaskId } from '../../../base/brand.ts'
import type { AnswerStage } from '../../design/answers/stages.ts'
import type { By } from '../decision.ts'
import { task } from '../task/machine.ts'
import { wholesale } from '../task/policy.ts'
import type { TaskState } from '../task/types.ts'
import { afterCarrying, afterTask, recordedAnew, withoutPlan, withoutStage } from './beforehand.ts'
import { carried, followers, leftoversOf } from './carry.ts'
import { settled, stillDecided, withFound } from './collisions.ts'
import { refreshed } from './refresh.ts'
import { backTo, backToPlan } from './reopen.ts'
import type { Checkpoint, CreateAt, CreateEvent, CreateState } from './types.ts'

const after: Readonly<Record<AnswerStage, CreateAt>> = {
  intake: 'architecture',
  architecture: 'critic_1',
  structure: 'features',
  features: 'additions',
}

const confirmed = (state: CreateState, stage: AnswerStage | 'additions', by: By): CreateState => ({
  ...state,
  confirmed: { ...state.confirmed, [stage]: by },
  at: stage === 'additions' ? 'critic_2' : after[stage],
})

/** A file that is delivered or decided on after the end opens the work again; gate and report follow. */
const workedOn = (at: CreateAt): CreateAt => (at === 'finished' ? 'tasks' : at)

/** What a task's event changes besides the task itself: a file that was put in place is nobody else's any more. */
const around = (
  { at, collisions, plan, policy: earlier, beforehand: held }: CreateState,
  happened: Extract<CreateEvent, { type: 'task' }>,
): Pick<CreateState, 'at' | 'collisions' | 'policy' | 'beforehand'> => {
  const { task: id, event } = happened
  const policy = earlier ?? (event.type === 'accepted' && event.by.why === wholesale ? event.by : undefined)
  const beforehand = afterTask(held, plan, happened)
  const placed = event.type === 'placed' && collisions.length > 0 ? plan.find(each => each.id === id)?.path : undefined
  return {
    at: workedOn(at),
    ...(policy !== undefined && { policy }),
    ...(beforehand !== undefined && { beforehand }),
    collisions: placed === undefined ? collisions : collisions.filter(each => each.path !== placed),
  }
}

/** The tasks that a task's event changes: its own, and those whose files follow from one that somebody edited. */
const changed = (
  state: Pick<CreateState, 'plan' | 'tasks'>,
  { task: id, event }: Extract<CreateEvent, { type: 'task' }>,
): readonly (readonly [TaskId, TaskState])[] => [
  [id, task.apply(state.tasks[id] ?? task.initial, event)],
  ...(event.type === 'placed' ? followers(state, id) : []),
]

/** The state after an event. Takes every event as it is: guards are for commands. */
export const applyCreate = (state: CreateState, event: CreateEvent): CreateState => {
  switch (event.type) {
    case 'run-begun':
      return { ...state, at: 'intake', run: event.run }
    case 'answered': {
      const held = state.beforehand
      // What was approved beforehand was approved for the answers of that file.
      const beforehand = event.by.channel === 'answers-file' ? held : withoutStage(held, event.stage)
      const given = { ...state.given, ...event.values }
      const next = { ...state, given, ...(beforehand !== undefined && { beforehand }) }
      if (event.stage !== 'structure' && event.stage !== 'features') return next
      // The tree that was shown follows from the old answers; while features are answered it is still the one that was approved.
      const { proposal, approvedTree, ...rest } = next
      const tree = event.stage === 'features' ? (proposal?.files ?? approvedTree) : undefined
      return { ...rest, ...(tree !== undefined && { approvedTree: tree }) }
    }
    case 'stage-confirmed':
      return confirmed(state, event.stage, event.by)
    case 'tree-proposed': {
      const shown = { ...state, proposal: { files: event.files, additions: event.additions } }
      // Nothing to ask about: a template's tree grows under the approval that it already has.
      return state.at === 'additions' && event.additions.length === 0 ? { ...shown, at: 'critic_2' } : shown
    }
    case 'review-shown':
      return { ...state, shown: [...state.shown, event.checkpoint] }
    case 'reviewed':
      return {
        ...state,
        shown: state.shown.filter(each => each !== event.review.checkpoint),
        reviews: { ...state.reviews, [event.review.checkpoint]: event.review },
      }
    case 'review-decided': {
      const { [`critic_${event.decision.checkpoint}` as const]: _, ...stood } = state.stood
      // Whoever looks at a review anew has a new opinion of it.
      const next = { ...state, stood, decisions: [...state.decisions, event.decision] }
      if (event.decision.decision === 'clarify') return next
      if (event.decision.decision === 'revise') return backTo(next, event.back ?? 'architecture')
      return { ...next, at: event.decision.checkpoint === 1 ? 'structure' : 'plan' }
    }
    case 'stage-reopened':
      return backTo(state, event.stage)
    case 'approvals-recorded':
      return { ...state, beforehand: recordedAnew(state.beforehand, event) }
    case 'plan-reopened':
      return backToPlan(state)
    case 'planned':
      return {
        ...state,
        plan: event.tasks,
        collisions: stillDecided(state.collisions, event.found ?? []),
        ...(event.edits !== undefined && { edits: event.edits }),
        ...(event.beside !== undefined && { beside: { ...state.beside, count: event.beside } }),
      }
    case 'plan-edited': {
      // A plan that somebody changed since is not the one that was approved beforehand.
      const beforehand = event.by.channel === 'answers-file' ? state.beforehand : withoutPlan(state.beforehand)
      return { ...state, edits: event.edits, plan: [], ...(beforehand !== undefined && { beforehand }) }
    }
    case 'collided':
      return { ...state, collisions: withFound(state.collisions, event.found) }
    case 'collisions-settled':
      return { ...settled(state, event), at: workedOn(state.at) }
    case 'plan-approved': {
      const { former, ...rest } = state
      const tasks = carried(state.plan, former)
      const beforehand = afterCarrying({ ...state, tasks })
      return {
        ...rest,
        ...(beforehand !== undefined && { beforehand }),
        at: 'tasks',
        confirmed: { ...state.confirmed, plan: event.by },
        stood: {},
        tasks,
        leftovers: leftoversOf(state, former),
        // Ids are of this plan: what was left open in the one before says nothing of it.
        without: [],
      }
    }
    case 'decision-kept':
      return event.what === 'critic_1' || event.what === 'critic_2'
        ? { ...state, at: event.what === 'critic_1' ? 'structure' : 'plan' }
        : confirmed(state, event.what, event.by)
    case 'refreshed':
      return refreshed(state, event)
    case 'leftovers-cleared':
      return { ...state, leftovers: [], leftBehind: [...new Set([...state.leftBehind, ...event.left])] }
    case 'task':
      return {
        ...state,
        ...around(state, event),
        tasks: { ...state.tasks, ...Object.fromEntries(changed(state, event)) },
      }
    case 'tasks-closed':
      return { ...state, at: 'gate' }
    case 'gated':
      return {
        ...state,
        at: state.at === 'finished' ? 'finished' : 'report',
        gate: event.result,
        gates: { ...state.gates, [event.result.tree]: event.result },
      }
    case 'reported':
      return { ...state, at: 'finished', reports: event.reports }
  }
}

/**
 * Applies many events one after the other. The record of tasks is copied once for all of them, since a copy for each would make
 * a plan of thousands take minutes; so a state that is read in between is good until the next event, and the last one for ever.
 */
export const applying = (from: CreateState): Applying => {
  let state = from
  let own: Record<TaskId, TaskState> | undefined
  const run: Applying = {
    state: () => state,
    apply: event => {
      if (event.type === 'task') {
        own ??= { ...state.tasks }
        for (const [id, next] of changed({ plan: state.plan, tasks: own }, event)) own[id] = next
        state = { ...state, ...around(state, event), tasks: own }
      } else {
        state = applyCreate(state, event)
        own = undefined
      }
      return run
    },
  }
  return run
}

/** A state to which events are applied. */
export interface Applying {
  readonly state: () => CreateState
  readonly apply: (event: CreateEvent) => Applying
}

/** The state of one task; a task nobody knows is at its beginning. */
export const taskOf = (state: CreateState, id: TaskId) => state.tasks[id] ?? task.initial

/** The checkpoint that a state is at; undefined elsewhere. */
export const checkpointAt = (at: CreateAt): Checkpoint | undefined =>
  at === 'critic_1' ? 1 : at === 'critic_2' ? 2 : undefined
