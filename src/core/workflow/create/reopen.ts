import type { ContentHash } from '../../../base/brand.ts'
import { answersHash } from '../../design/answers/same.ts'
import { type AnswerStage, answerStages, partOf } from '../../design/answers/stages.ts'
import { interactionsOf } from '../../design/interactions.ts'
import type { By } from '../decision.ts'
import { answersOnly, withoutPlan } from './beforehand.ts'
import type { Checkpoint, CreateAt, CreateState, Former, Standable, Stood } from './types.ts'

/** Decisions after the intake's, in the order in which they are made. */
const standable: readonly Standable[] = ['architecture', 'critic_1', 'structure', 'features', 'additions', 'critic_2']

const checkpointOf = (what: Standable): Checkpoint | undefined =>
  what === 'critic_1' ? 1 : what === 'critic_2' ? 2 : undefined

/** Where a run is once a review was passed. */
const past: Readonly<Record<Checkpoint, ReadonlySet<CreateAt>>> = {
  1: new Set(['structure', 'features', 'additions', 'critic_2', 'plan', 'tasks', 'gate', 'report', 'finished']),
  2: new Set(['plan', 'tasks', 'gate', 'report', 'finished']),
}

/** All that a decision was about: what the person had before their eyes. Undefined while it is not there. */
const aboutOf = (state: CreateState, what: Standable): ContentHash | undefined => {
  switch (what) {
    case 'architecture':
      return answersHash([partOf(what, state.given), interactionsOf(state.given)])
    case 'critic_1':
    case 'critic_2': {
      const review = state.reviews[checkpointOf(what) ?? 1]
      return review && answersHash(review)
    }
    case 'structure': {
      const tree = state.proposal?.files ?? state.approvedTree
      return tree && answersHash([partOf(what, state.given), tree.toSorted()])
    }
    case 'features':
      return answersHash(partOf(what, state.given))
    case 'additions':
      return state.proposal && answersHash(state.proposal.additions)
  }
}

/** Whoever made the decision that holds now; a "proceed" of an earlier round, whose review has been made anew, does not. */
const decidedBy = (state: CreateState, what: Standable): By | undefined => {
  if (what !== 'critic_1' && what !== 'critic_2') return state.confirmed[what]
  const checkpoint = checkpointOf(what) ?? 1
  const last = state.decisions.findLast(each => each.checkpoint === checkpoint)
  return past[checkpoint].has(state.at) ? last?.by : undefined
}

/** The decisions that hold in a state, each with what it was about; the stage that is opened again is asked about anew. */
const standing = (state: CreateState, opened: AnswerStage): CreateState['stood'] => {
  const found = standable.flatMap((what): readonly (readonly [Standable, Stood])[] => {
    const by = decidedBy(state, what)
    const about = aboutOf(state, what)
    return by === undefined || about === undefined ? [] : [[what, { by, about }]]
  })
  const stood: Partial<Record<Standable, Stood>> = { ...state.stood, ...Object.fromEntries(found) }
  if (opened !== 'intake') delete stood[opened]
  return stood
}

const formerOf = ({ plan, tasks, former }: CreateState): Former | undefined =>
  Object.keys(tasks).length > 0 ? { plan, tasks } : former

/**
 * Going back to a stage takes back its own confirmation and every later one; the answers themselves stay. What had been decided
 * and made is remembered: it counts again where nothing that it depends on comes out otherwise.
 */
export const backTo = (state: CreateState, stage: AnswerStage): CreateState => {
  const kept = answerStages.slice(0, answerStages.indexOf(stage))
  // What was approved beforehand was approved of another design, and whoever had all that pass accepted had seen that one.
  const { proposal: _, approvedTree: __, former: ___, beforehand: ____, policy: _____, ...rest } = state
  const former = formerOf(state)
  const beforehand = answersOnly(state.beforehand)
  return {
    ...rest,
    at: stage,
    confirmed: Object.fromEntries(
      kept.flatMap(each => (state.confirmed[each] === undefined ? [] : [[each, state.confirmed[each]]])),
    ),
    reviews: kept.includes('architecture') && state.reviews[1] !== undefined ? { 1: state.reviews[1] } : {},
    stood: standing(state, stage),
    ...(former !== undefined && { former }),
    ...(beforehand !== undefined && { beforehand }),
    plan: [],
    tasks: {},
    collisions: [],
  }
}

/**
 * Opens the plan alone: every answer and every decision on the design holds, and what was made is remembered, so that a file that
 * is added or taken out is all that the new plan differs by. Whoever had all that pass accepted had seen this very design.
 */
export const backToPlan = (state: CreateState): CreateState => {
  const { former: _, ...rest } = state
  const { plan: __, ...confirmed } = state.confirmed
  const beforehand = withoutPlan(state.beforehand)
  const former = formerOf(state)
  return {
    ...rest,
    at: 'plan',
    confirmed,
    ...(beforehand !== undefined && { beforehand }),
    ...(former !== undefined && { former }),
    plan: [],
    tasks: {},
    collisions: [],
  }
}

/** Who made a decision that counts again in this state, because all that it was about is the same; undefined when it has to be made. */
export const stands = (state: CreateState, what: Standable): By | undefined => {
  const before = state.stood[what]
  return before !== undefined && before.about === aboutOf(state, what) ? before.by : undefined
}
