import type { TaskId } from '../../../base/brand.ts'
import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { type AnswerStage, missing } from '../../design/answers/stages.ts'
import { open as openOf } from '../../gates/verdict.ts'
import { mayAccept } from '../task/guards.ts'
import { isSettled, task } from '../task/machine.ts'
import { whichIs } from '../task/words.ts'
import { checkpointAt, taskOf } from './apply.ts'
import { isUnasked, undecided } from './collisions.ts'
import { absentees, isOutOfDate } from './refresh.ts'
import { stands } from './reopen.ts'
import { typedAt } from './typed.ts'
import type { CreateCommand, CreateState, Standable } from './types.ts'

type Of<Type extends CreateCommand['type']> = Extract<CreateCommand, { readonly type: Type }>

const needed = (path: string, question: string): Refusal =>
  refusal('TSQ-NEEDED', {
    path,
    question,
    how: `Answer it in the answers file (\`${path}\`) or in the terminal; then run the same command again.`,
  })

/** A stage's answers belong to that stage, and to no other. */
export const atItsStage =
  (stage: AnswerStage) =>
  (_: CreateState, command: Of<'answer'>): Refusal | undefined =>
    command.stage === stage
      ? undefined
      : refusal('TSQ-RUN-ORDER', { at: stage, asked: `answer ${command.stage}`, possible: typedAt(stage, ['answer']) })

/** A stage is confirmed when nothing of it is open, and when the tree was shown where there is one. */
export const mayConfirm =
  (stage: AnswerStage | 'additions') =>
  (state: CreateState, command: Of<'confirm'>): Refusal | undefined => {
    if (command.stage !== stage)
      return refusal('TSQ-RUN-ORDER', {
        at: stage,
        asked: `confirm ${command.stage}`,
        possible: typedAt(stage, ['confirm']),
      })
    const [open] = stage === 'additions' ? [] : missing(stage, state.given)
    if (open !== undefined) return needed(open, 'it has no answer yet')
    if ((stage === 'structure' || stage === 'additions') && state.proposal === undefined)
      return needed('approvals.structure', 'the tree has not been shown yet')
    return undefined
  }

/** A review belongs to the checkpoint at which the run is. */
export const atItsCheckpoint = (state: CreateState, { review }: Of<'review'>): Refusal | undefined =>
  review.checkpoint === checkpointAt(state.at)
    ? undefined
    : refusal('TSQ-RUN-ORDER', { at: state.at, asked: `review ${review.checkpoint}`, possible: [] })

/** A review is put before a person's eyes only where it belongs: whether a decision was made unseen hangs on it. */
export const showsItsCheckpoint = (state: CreateState, { checkpoint }: Of<'show'>): Refusal | undefined =>
  checkpoint === checkpointAt(state.at)
    ? undefined
    : refusal('TSQ-RUN-ORDER', { at: state.at, asked: `show review ${checkpoint}`, possible: [] })

/**
 * Proceeding needs a review, ten points, and the score that was made a condition. Revising leads back to one of `stages`, never
 * forward.
 */
export const mayDecide =
  (stages: readonly AnswerStage[]) =>
  (state: CreateState, { decision, back }: Of<'decide'>): Refusal | undefined => {
    const checkpoint = checkpointAt(state.at) ?? 1
    const review = state.reviews[checkpoint]
    const path = `approvals.critic_${checkpoint}`
    if (review === undefined) return needed(path, 'the review has not been made yet')
    if (decision.decision === 'revise' && back !== undefined && !stages.includes(back))
      return refusal('TSQ-RUN-ORDER', {
        at: state.at,
        asked: `revise ${back}`,
        possible: stages.map(each => `revise ${each}`),
      })
    if (decision.decision !== 'proceed') return undefined
    if (review.band === 'major') return refusal('TSQ-REVIEW-BAND', { path, score: review.total })
    if (decision.min_score !== undefined && review.total < decision.min_score)
      return refusal('TSQ-REVIEW-SCORE', { path, score: review.total, wanted: decision.min_score })
    return undefined
  }

/** There must be a plan, and it must have files: an empty plan is never a success. */
export const mayApprove = (state: CreateState): Refusal | undefined => {
  if (state.plan.length === 0) return refusal('TSQ-NO-CHECKS', { what: 'the plan' })
  const [open] = undecided(state)
  return open === undefined && !isUnasked(state)
    ? undefined
    : needed('approvals.collisions', `the folder holds ${open?.path ?? 'files of somebody else'}`)
}

const settledBefore = (state: CreateState, id: TaskId): readonly string[] => {
  const outline = state.plan.find(each => each.id === id)
  return (outline?.needs ?? []).filter(
    need => !['accepted', 'done', 'deferred', 'aborted'].includes(taskOf(state, need).at),
  )
}

/** The machine's commands as a person types them; what only Trysquare itself does is left out. */
const typed: Readonly<Record<string, string>> = { start: 'run', deliver: 'submit' }
const ownDoing = new Set(['wait', 'fail', 'judge', 'place'])

/** Whether what the table knows would be done: nothing is told to be possible that would be refused as soon as it is tried. */
const isOpen = (state: CreateState, id: TaskId, type: string): boolean => {
  const own = taskOf(state, id)
  if (ownDoing.has(type)) return false
  if (type === 'accept')
    return (
      settledBefore(state, id).length === 0 && mayAccept(own, { by: { who: '', channel: 'command' } }) === undefined
    )
  if (type === 'dismiss') {
    const dismissed = own.dismissed.map(each => each.finding)
    return openOf(own.validation?.findings ?? [], dismissed).length > 0
  }
  // Whether anything can be put right by rule is known only to whoever reads the file: to show it is the first step there too.
  return type !== 'fix'
}

/** The task's machine knows neither its own name nor the command line; its refusals get both here. */
const inOwnWords = (refused: Refusal, state: CreateState, id: TaskId): Refusal => {
  const { data } = refused
  if ('possible' in data && 'at' in data) {
    const possible = data.possible
      .filter(each => isOpen(state, id, each))
      .map(each => `task ${typed[each] ?? each} ${id}`)
    const asked = 'asked' in data ? `task ${typed[data.asked] ?? data.asked}` : ''
    return refusal('TSQ-RUN-ORDER', { at: `${id}, ${whichIs(taskOf(state, id).at)}`, asked, possible })
  }
  return { ...refused, data: { ...data, ...('task' in data && { task: id }) } }
}

/** What the task's own machine says; and a file is accepted after the files that it needs. */
export const mayTask = (state: CreateState, { task: id, command }: Of<'task'>): Refusal | undefined => {
  // Looked up where every task of the approved plan stands: the plan may have thousands.
  if (!Object.hasOwn(state.tasks, id))
    return refusal('TSQ-UNKNOWN-NAME', { kind: 'task', name: id, known: state.plan.slice(0, 8).map(each => each.id) })
  if (command.type === 'accept') {
    const waits = settledBefore(state, id)
    if (waits.length > 0) return refusal('TSQ-TASK-WAITS', { task: id, needs: waits })
  }
  const decided = task.decide(taskOf(state, id), command)
  return isRefusal(decided) ? inOwnWords(decided, state, id) : undefined
}

/** In a finished run a deferred file can still be made, and an accepted one that was edited be given in again. */
export const mayDeliverLate = (state: CreateState, command: Of<'task'>): Refusal | undefined => {
  const { at } = taskOf(state, command.task)
  if (at === 'aborted') {
    const asked = `task ${typed[command.command.type] ?? command.command.type} ${command.task}`
    return refusal('TSQ-RUN-ORDER', { at: `${command.task}, ${whichIs(at)}`, asked, possible: [] })
  }
  return mayTask(state, command)
}

/** What was decided counts again only where nothing that it was about has changed. */
export const mayKeep =
  (what: Standable) =>
  (state: CreateState, command: Of<'keep'>): Refusal | undefined =>
    command.what === what && stands(state, what) !== undefined
      ? undefined
      : refusal('TSQ-RUN-ORDER', { at: state.at, asked: `keep ${command.what}`, possible: [] })

/** Only files that were found can be decided on, and only texts be merged. */
export const maySettle = (state: CreateState, { files }: Of<'settle'>): Refusal | undefined => {
  const bytes = files.find(
    ({ path, how }) => how === 'merge' && state.collisions.some(each => each.path === path && each.bytes === true),
  )
  if (bytes !== undefined) return refusal('TSQ-MERGE-BYTES', { path: bytes.path })
  const known = state.collisions.map(each => each.path)
  const stranger = files.find(each => !known.includes(each.path))
  return stranger === undefined
    ? undefined
    : refusal('TSQ-UNKNOWN-NAME', {
        kind: 'file that stands in the way',
        name: stranger.path,
        known: known.length > 0 ? known.slice(0, 8) : ['none'],
      })
}

/** A plan is changed for a reason: what is left out or moved looks like a mistake to whoever comes later. */
export const mayEdit = (_: CreateState, { edits }: Of<'edit-plan'>): Refusal | undefined => {
  const silent = Object.entries(edits.remove ?? {}).find(([, why]) => why.trim() === '')?.[0]
  const path =
    silent ?? ((edits.order ?? []).length > 0 && (edits.why ?? '').trim() === '' ? edits.order?.[0] : undefined)
  return path === undefined
    ? undefined
    : refusal('TSQ-PLAN-EDIT', { path, reason: 'Nothing says why.', todo: 'Give the reason: --why "…".' })
}

/** Files are held against what is left open once every file is settled, and only when it is something else than before. */
export const mayRefresh = (state: CreateState, { without }: Of<'refresh'>): Refusal | undefined =>
  isOutOfDate(state) && without.join() === absentees(state).join()
    ? unsettled(state)
    : refusal('TSQ-RUN-ORDER', { at: state.at, asked: 'refresh', possible: [] })

/** Only what an earlier plan left can be cleared away, and only once the present one stands. */
export const mayClear = (state: CreateState): Refusal | undefined =>
  state.leftovers.length === 0
    ? refusal('TSQ-RUN-ORDER', { at: state.at, asked: 'clear', possible: [] })
    : unsettled(state)

/** All tasks are done, deferred or aborted, and nothing of an earlier plan is left. */
export const allSettled = (state: CreateState): Refusal | undefined =>
  state.leftovers.length > 0
    ? refusal('TSQ-RUN-ORDER', { at: state.at, asked: 'close', possible: [] })
    : unsettled(state)

const unsettled = (state: CreateState): Refusal | undefined => {
  const left = state.plan.filter(each => !isSettled(taskOf(state, each.id))).map(each => each.id)
  return left.length > 0 ? refusal('TSQ-TASK-WAITS', { task: 'the gate', needs: left }) : undefined
}
