import type { TaskId } from '../../../base/brand.ts'
import { type AnswerStage, answerStages } from '../../design/answers/stages.ts'
import { task } from '../task/machine.ts'
import type { Checkpoint, CreateAt, CreateEvent, CreateState } from './types.ts'

const after: Readonly<Record<AnswerStage, CreateAt>> = {
  intake: 'architecture',
  architecture: 'critic_1',
  structure: 'features',
  features: 'additions',
}

/** Going back to a stage takes back its own confirmation and every later one; the answers themselves stay. */
const backTo = (state: CreateState, stage: AnswerStage): CreateState => {
  const kept = answerStages.slice(0, answerStages.indexOf(stage))
  const { proposal: _, ...rest } = state
  return {
    ...rest,
    at: stage,
    confirmed: Object.fromEntries(
      kept.flatMap(each => (state.confirmed[each] === undefined ? [] : [[each, state.confirmed[each]]])),
    ),
    reviews: kept.includes('architecture') && state.reviews[1] !== undefined ? { 1: state.reviews[1] } : {},
    plan: [],
    tasks: {},
  }
}

/** The state after an event. Takes every event as it is: guards are for commands. */
export const applyCreate = (state: CreateState, event: CreateEvent): CreateState => {
  switch (event.type) {
    case 'run-begun':
      return { ...state, at: 'intake', run: event.run }
    case 'answered': {
      const next = { ...state, given: { ...state.given, ...event.values } }
      if (event.stage !== 'structure' && event.stage !== 'features') return next
      // The tree that was shown follows from the old answers.
      const { proposal: _, ...rest } = next
      return rest
    }
    case 'stage-confirmed':
      return {
        ...state,
        confirmed: { ...state.confirmed, [event.stage]: event.by },
        at: event.stage === 'additions' ? 'critic_2' : after[event.stage],
      }
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
      const next = { ...state, decisions: [...state.decisions, event.decision] }
      if (event.decision.decision === 'clarify') return next
      if (event.decision.decision === 'revise') return backTo(next, event.back ?? 'architecture')
      return { ...next, at: event.decision.checkpoint === 1 ? 'structure' : 'plan' }
    }
    case 'stage-reopened':
      return backTo(state, event.stage)
    case 'planned':
      return { ...state, plan: event.tasks }
    case 'plan-approved':
      return {
        ...state,
        at: 'tasks',
        confirmed: { ...state.confirmed, plan: event.by },
        tasks: Object.fromEntries(state.plan.map(each => [each.id, task.initial])) as CreateState['tasks'],
      }
    case 'task':
      return {
        ...state,
        // A deferred file that is delivered after the end opens the work again; gate and report follow.
        at: state.at === 'finished' ? 'tasks' : state.at,
        tasks: { ...state.tasks, [event.task]: task.apply(taskOf(state, event.task), event.event) },
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

/** The state of one task; a task nobody knows is at its beginning. */
export const taskOf = (state: CreateState, id: TaskId) => state.tasks[id] ?? task.initial

/** The checkpoint that a state is at; undefined elsewhere. */
export const checkpointAt = (at: CreateAt): Checkpoint | undefined =>
  at === 'critic_1' ? 1 : at === 'critic_2' ? 2 : undefined
