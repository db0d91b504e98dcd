import type { ContentHash, RunId, TaskId } from '../../../base/brand.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Approvals, Given } from '../../design/answers/schema.ts'
import type { AnswerStage } from '../../design/answers/stages.ts'
import type { PlanEdits } from '../../design/plan/edits.ts'
import type { Addition } from '../../design/plan/place.ts'
import type { PlannedTask } from '../../design/plan/plan.ts'
import type { Review } from '../../design/review.ts'
import type { Row } from '../../gates/verdict.ts'
import type { By } from '../decision.ts'
import type { TaskCommand, TaskEvent, TaskState } from '../task/types.ts'

/** Where a create run is. */
export type CreateAt =
  | 'new'
  | 'intake'
  | 'architecture'
  | 'critic_1'
  | 'structure'
  | 'features'
  | 'additions'
  | 'critic_2'
  | 'plan'
  | 'tasks'
  | 'gate'
  | 'report'
  | 'finished'
export type Checkpoint = 1 | 2

/** What is settled when a run begins. */
export interface RunMeta {
  readonly id: RunId
  /** The version of Trysquare that began it. */
  readonly version: string
  readonly date: string
  readonly idea?: string
  readonly doer: string
  /** Only what comes with Trysquare is used. */
  readonly embedded: boolean
}

/** A file of the plan as the journal keeps it. */
export type TaskOutline = Pick<
  PlannedTask,
  'id' | 'role' | 'path' | 'purpose' | 'effort' | 'needs' | 'from' | 'maker'
> & {
  /** What the file is made from, each with the beginning of its hash; plans of before it was kept have none. */
  readonly inputs?: Readonly<Record<string, string>>
  /** In a plan made anew: the hash of the text that the file would have now. */
  readonly text?: ContentHash
}

/** What was planned and made before a stage was opened again. */
export interface Former {
  readonly plan: readonly TaskOutline[]
  readonly tasks: Readonly<Record<TaskId, TaskState>>
}

/** A decision that a person may have to make again once a stage was opened again. */
export type Standable = Exclude<AnswerStage, 'intake'> | 'additions' | 'critic_1' | 'critic_2'

/** A decision from before a stage was opened again, and the hash of all that it was about. */
export interface Stood {
  readonly by: By
  readonly about: ContentHash
}

/** A file that somebody else wrote where the plan has one. */
export interface Found {
  readonly path: RepoPath
  /** Of what lies there; a change after the decision is another file, and asked about again. */
  readonly theirs: ContentHash
  /** Where it lies, when the plan has moved since it was made there. */
  readonly from?: RepoPath
  /** It is no text in UTF-8: nothing can be merged with it, and no check can look at it. */
  readonly bytes?: true
}

/** What becomes of such a file: it is taken as the delivery and validated, overwritten, or merged by hand. */
export type Settling = 'keep' | 'replace' | 'merge'

/** Such a file, and what was decided on it. */
export interface Collision extends Found {
  readonly how?: Settling
  readonly by?: By
}

/** A file that was made for an earlier plan and has no place in the present one. */
export interface Leftover {
  readonly path: RepoPath
  readonly hash: ContentHash
  /** A person gave it in, or a mind made it: then it is theirs, and left to them. */
  readonly theirs: boolean
}

/** Approvals that were written down before their questions came, and who gave them. */
export interface Beforehand {
  readonly approvals: Approvals
  /** What the same file answers of stages that had not come yet. */
  readonly answers?: Given
  readonly by: By
}

/** The same as a run holds them. */
export interface HeldBeforehand extends Beforehand {
  /** Files that were settled since: what was said of them was said of no later delivery. */
  readonly used: readonly RepoPath[]
}

/** A decision at a review. */
export interface ReviewDecision {
  readonly checkpoint: Checkpoint
  readonly decision: 'proceed' | 'revise' | 'clarify'
  readonly by: By
  /** The score that the review had. */
  readonly score: number
  /** The decision was recorded before the review could be seen, without a condition that the review met. */
  readonly unseen: boolean
  readonly min_score?: number
  readonly about?: string
}

/** The last gate over the whole repository. */
export interface GateResult {
  readonly passed: boolean
  readonly rows: readonly Row[]
  /** Hash of the tree that was looked at. */
  readonly tree: ContentHash
}

export interface WrittenReport {
  readonly file: string
  readonly format: string
  /** Of what was written; runs from before it was kept have none. */
  readonly hash?: ContentHash
}

export interface CreateState {
  readonly at: CreateAt
  readonly run?: RunMeta
  readonly given: Given
  readonly confirmed: Readonly<Partial<Record<AnswerStage | 'additions' | 'plan', By>>>
  /** Files of the tree as they were last shown, and what a drawn tree lacks. */
  readonly proposal?: { readonly files: readonly RepoPath[]; readonly additions: readonly Addition[] }
  /** The tree that was approved, while the one that follows from the features is not known yet. */
  readonly approvedTree?: readonly RepoPath[]
  readonly reviews: Readonly<Partial<Record<Checkpoint, Review>>>
  /** Reviews that were put before a person's eyes when a run stopped at them. */
  readonly shown: readonly Checkpoint[]
  readonly decisions: readonly ReviewDecision[]
  /** What a person changed of the plan that follows from the answers. */
  readonly edits: PlanEdits
  readonly plan: readonly TaskOutline[]
  readonly tasks: Readonly<Record<TaskId, TaskState>>
  /** The tasks without which the files were last made: those that were left open or left out by then. */
  readonly without: readonly TaskId[]
  /** While a design is open again: what had been made until then. */
  readonly former?: Former
  /** Decisions that count again where what they were about comes out the same. */
  readonly stood: Readonly<Partial<Record<Standable, Stood>>>
  /** What a person approved beforehand, for the design as it is confirmed first: it goes when a stage is opened again. */
  readonly beforehand?: HeldBeforehand
  /** Who had all that pass accepted, for this design; undefined where nobody did. */
  readonly policy?: By
  readonly leftovers: readonly Leftover[]
  /** Files of earlier plans that were not taken away, because they are somebody's. */
  readonly leftBehind: readonly RepoPath[]
  readonly collisions: readonly Collision[]
  /** What was decided on such files in earlier rounds: a decision speaks of one text, and of no later one. */
  readonly settledBefore: readonly Collision[]
  /** Other things that lie in the folder of a run that moves in: how many, and who said that they stay. */
  readonly beside?: { readonly count: number; readonly by?: By }
  /** The last gate over the whole repository. */
  readonly gate?: GateResult
  /** By the hash of the tree: a verdict counts again when its very tree is back. */
  readonly gates: Readonly<Record<string, GateResult>>
  readonly reports: readonly WrittenReport[]
}

/** A plan, and what lies in the folder that it is for. */
interface Planning {
  readonly tasks: readonly TaskOutline[]
  readonly found?: readonly Found[]
  readonly beside?: number
  /** Where edits of an older plan have lapsed: those that are left. */
  readonly edits?: PlanEdits
}

/** Decisions on files that stand in the way. */
interface Deciding {
  readonly files: readonly { readonly path: RepoPath; readonly how: Settling }[]
  readonly by: By
}

export type CreateCommand =
  | { readonly type: 'begin'; readonly run: RunMeta }
  | { readonly type: 'answer'; readonly stage: AnswerStage; readonly values: Partial<Given>; readonly by: By }
  | { readonly type: 'confirm'; readonly stage: AnswerStage | 'additions'; readonly by: By }
  | { readonly type: 'propose'; readonly files: readonly RepoPath[]; readonly additions: readonly Addition[] }
  | { readonly type: 'review'; readonly review: Review }
  | { readonly type: 'show'; readonly checkpoint: Checkpoint }
  | {
      readonly type: 'decide'
      readonly decision: Omit<ReviewDecision, 'score' | 'checkpoint'>
      readonly back?: AnswerStage
    }
  | { readonly type: 'reopen'; readonly stage: AnswerStage; readonly by: By }
  | { readonly type: 'reopen-plan'; readonly by: By }
  | ({ readonly type: 'record' } & Beforehand)
  | ({ readonly type: 'plan' } & Planning)
  | { readonly type: 'edit-plan'; readonly edits: PlanEdits; readonly by: By }
  | { readonly type: 'collide'; readonly found: readonly Found[] }
  | ({ readonly type: 'settle' } & Deciding)
  | { readonly type: 'approve'; readonly by: By }
  | { readonly type: 'task'; readonly task: TaskId; readonly command: TaskCommand }
  | { readonly type: 'keep'; readonly what: Standable }
  | { readonly type: 'refresh'; readonly without: readonly TaskId[]; readonly outlines: readonly TaskOutline[] }
  | { readonly type: 'clear'; readonly removed: readonly RepoPath[]; readonly left: readonly RepoPath[] }
  | { readonly type: 'close' }
  | { readonly type: 'gate'; readonly result: GateResult }
  | { readonly type: 'report'; readonly reports: readonly WrittenReport[] }

/** What a machine measured of a run that had ended belongs to the history as it was then: up to this event of the run's own journal. */
interface MeasuredAfter {
  readonly after?: number
}

export type CreateEvent =
  | { readonly type: 'run-begun'; readonly workflow: 'create'; readonly run: RunMeta }
  | { readonly type: 'answered'; readonly stage: AnswerStage; readonly values: Partial<Given>; readonly by: By }
  | {
      readonly type: 'stage-confirmed'
      readonly stage: AnswerStage | 'additions'
      readonly by: By
      readonly additions?: boolean
    }
  | { readonly type: 'tree-proposed'; readonly files: readonly RepoPath[]; readonly additions: readonly Addition[] }
  | { readonly type: 'reviewed'; readonly review: Review }
  | { readonly type: 'review-shown'; readonly checkpoint: Checkpoint }
  | { readonly type: 'review-decided'; readonly decision: ReviewDecision; readonly back?: AnswerStage }
  | { readonly type: 'stage-reopened'; readonly stage: AnswerStage; readonly by: By }
  /** The design stays as it was confirmed; only the list of files is open again. */
  | { readonly type: 'plan-reopened'; readonly by: By }
  | ({ readonly type: 'approvals-recorded' } & Beforehand)
  | ({ readonly type: 'planned' } & Planning)
  /** All that is changed of the plan, earlier changes included; the plan is made anew with it. */
  | { readonly type: 'plan-edited'; readonly edits: PlanEdits; readonly by: By }
  | { readonly type: 'collided'; readonly found: readonly Found[] }
  | ({ readonly type: 'collisions-settled' } & Deciding)
  | { readonly type: 'plan-approved'; readonly by: By }
  | { readonly type: 'task'; readonly task: TaskId; readonly event: TaskEvent }
  /** Nothing that a decision was about has changed: it counts again. */
  | { readonly type: 'decision-kept'; readonly what: Standable; readonly by: By }
  /** What is left open has changed: these files are made from something else now. */
  | { readonly type: 'refreshed'; readonly without: readonly TaskId[]; readonly outlines: readonly TaskOutline[] }
  /** Files of an earlier plan: taken away, or left because somebody had changed them. */
  | { readonly type: 'leftovers-cleared'; readonly removed: readonly RepoPath[]; readonly left: readonly RepoPath[] }
  | { readonly type: 'tasks-closed' }
  | ({ readonly type: 'gated'; readonly result: GateResult } & MeasuredAfter)
  | ({ readonly type: 'reported'; readonly reports: readonly WrittenReport[] } & MeasuredAfter)
