import type { TaskId } from '../../../base/brand.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import { type AnswerStage, missing } from '../../design/answers/stages.ts'
import { isSettled } from '../task/machine.ts'
import { checkpointAt, taskOf } from './apply.ts'
import { isUnasked, undecided } from './collisions.ts'
import { isOutOfDate } from './refresh.ts'
import { stands } from './reopen.ts'
import type { Checkpoint, CreateState, Standable } from './types.ts'

/** What must happen next, outside the machine. `ask…` needs a person or what a person recorded; the rest Trysquare does itself. */
export type Effect =
  | { readonly type: 'ask-answers'; readonly stage: AnswerStage; readonly missing: readonly [string, ...string[]] }
  | { readonly type: 'ask-confirm'; readonly stage: AnswerStage | 'additions' }
  | { readonly type: 'propose' }
  | { readonly type: 'keep'; readonly what: Standable }
  | { readonly type: 'review'; readonly checkpoint: Checkpoint }
  | { readonly type: 'ask-review'; readonly checkpoint: Checkpoint }
  | { readonly type: 'plan' }
  | { readonly type: 'ask-collisions'; readonly files: readonly RepoPath[] }
  | { readonly type: 'ask-plan' }
  | { readonly type: 'make'; readonly tasks: readonly TaskId[] }
  | { readonly type: 'check'; readonly tasks: readonly TaskId[] }
  | { readonly type: 'place'; readonly tasks: readonly TaskId[] }
  | { readonly type: 'ask-task'; readonly review: readonly TaskId[]; readonly waiting: readonly TaskId[] }
  | { readonly type: 'refresh' }
  | { readonly type: 'clear' }
  | { readonly type: 'close' }
  | { readonly type: 'gate' }
  | { readonly type: 'report' }

const idsAt = (state: CreateState, ...at: readonly string[]): readonly TaskId[] =>
  state.plan.map(each => each.id).filter(id => at.includes(taskOf(state, id).at))

/** A file can be made once the files it needs were delivered; what is accepted in which order is another matter. */
const makeable = (state: CreateState): readonly TaskId[] => {
  const there = new Set<string>(idsAt(state, 'checking', 'review', 'accepted', 'done'))
  // What was deferred leaves a gap that the person accepted; its dependents go on without it unless they are made from it.
  const gaps = new Set<string>(idsAt(state, 'deferred', 'aborted'))
  return state.plan
    .filter(each => ['planned', 'making'].includes(taskOf(state, each.id).at))
    .filter(each => each.needs.every(need => there.has(need) || (gaps.has(need) && !each.from.includes(need))))
    .map(each => each.id)
}

/** What was decided before a stage was opened again is asked about only where it has become another question. */
const unlessItStands = (state: CreateState, what: Standable, asked: Effect): Effect =>
  stands(state, what) === undefined ? asked : { type: 'keep', what }

const inTheWay = (state: CreateState): Effect | undefined => {
  const files = undecided(state).map(each => each.path)
  return files.length > 0 || isUnasked(state) ? { type: 'ask-collisions', files } : undefined
}

const ofTasks = (state: CreateState): Effect => {
  const asked = inTheWay(state)
  if (asked !== undefined) return asked
  const make = makeable(state)
  if (make.length > 0) return { type: 'make', tasks: make }
  const check = idsAt(state, 'checking')
  if (check.length > 0) return { type: 'check', tasks: check }
  const place = idsAt(state, 'accepted')
  if (place.length > 0) return { type: 'place', tasks: place }
  if (state.plan.every(each => isSettled(taskOf(state, each.id)))) {
    if (isOutOfDate(state)) return { type: 'refresh' }
    return { type: state.leftovers.length > 0 ? 'clear' : 'close' }
  }
  return { type: 'ask-task', review: idsAt(state, 'review'), waiting: idsAt(state, 'waiting', 'planned', 'making') }
}

const ofAnswers = (state: CreateState, stage: AnswerStage): Effect => {
  const [first, ...more] = missing(stage, state.given)
  if (first !== undefined) return { type: 'ask-answers', stage, missing: [first, ...more] }
  if (stage === 'structure' && state.proposal === undefined) return { type: 'propose' }
  const asked: Effect = { type: 'ask-confirm', stage }
  return stage === 'intake' ? asked : unlessItStands(state, stage, asked)
}

/** The one thing that a state waits for; undefined when the run is finished or has not begun. */
export const pending = (state: CreateState): Effect | undefined => {
  switch (state.at) {
    case 'new':
    case 'finished':
      return undefined
    case 'intake':
    case 'architecture':
    case 'structure':
    case 'features':
      return ofAnswers(state, state.at)
    case 'additions':
      // A tree that lacks nothing is proposed again rather than asked about: that leads on by itself.
      return (state.proposal?.additions ?? []).length === 0
        ? { type: 'propose' }
        : unlessItStands(state, 'additions', { type: 'ask-confirm', stage: 'additions' })
    case 'critic_1':
    case 'critic_2': {
      const checkpoint = checkpointAt(state.at) ?? 1
      return state.reviews[checkpoint] === undefined
        ? { type: 'review', checkpoint }
        : unlessItStands(state, state.at, { type: 'ask-review', checkpoint })
    }
    case 'plan':
      return state.plan.length === 0 ? { type: 'plan' } : (inTheWay(state) ?? { type: 'ask-plan' })
    case 'tasks':
      return ofTasks(state)
    case 'gate':
      return { type: 'gate' }
    case 'report':
      return { type: 'report' }
  }
}
