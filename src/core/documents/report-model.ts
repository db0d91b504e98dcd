import type { TaskId } from '../../base/brand.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Review } from '../design/review.ts'
import type { Row } from '../gates/verdict.ts'
import type { Channel } from '../workflow/decision.ts'

/** Whether one can build on the repository. */
export type Readiness = 'ready for development' | 'ready with open items' | 'not ready'

/** A figure with what it is a figure of. */
export interface Figure {
  readonly label: string
  readonly value: string
}

/** One answered stage, as people read it. */
export interface DecidedStage {
  readonly stage: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  /** Who confirmed it, through which door. */
  readonly confirmed?: string
  /** Who opened it again after that, through which door and why, one line for each time. */
  readonly opened?: readonly string[]
}

export interface ReportedReview {
  readonly review: Review
  /** What was decided on it, by whom; "approved unseen" where that is so. */
  readonly decided: string
}

/** One task and what became of it. */
export interface ReportedTask {
  readonly id: TaskId
  readonly path: RepoPath
  readonly purpose: string
  readonly effort: string
  /** `accepted`, `deferred`, `open` … */
  readonly status: string
  readonly doer: string
  readonly attempts: number
  readonly rows: readonly Row[]
  /** Who decided, and why if it was said. */
  readonly decided: string
}

export interface ReportedFile {
  readonly path: RepoPath
  readonly bytes: number
  readonly lines: number
  readonly purpose: string
  readonly status: string
}

/** Something that is left to do, or was let through with a reason. */
export interface Outstanding {
  readonly what: string
  readonly why: string
  readonly todo: string
}

/** One decision of the journal. */
export interface LoggedDecision {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly what: string
  readonly who: string
  readonly channel: Channel
  /** Whose command used it, where it was given before its question came. */
  readonly used_by?: string
  readonly why?: string
}

/** The final report as data: every format prints this and nothing else. It is also the JSON format. */
export interface ReportModel {
  /** The version of this shape. */
  readonly report: 1
  readonly project: { readonly name: string; readonly repository: string; readonly description: string }
  readonly run: {
    readonly id: string
    readonly trysquare: string
    readonly date: string
    readonly doer: string
    readonly embedded: boolean
    readonly finished: boolean
  }
  /** What nobody checked: the report opens with it. Empty only when everything was. */
  readonly unverified: readonly string[]
  readonly denominators: readonly Figure[]
  readonly verdict: Readiness
  readonly reasons: readonly string[]
  readonly design: readonly DecidedStage[]
  readonly reviews: readonly ReportedReview[]
  readonly tasks: readonly ReportedTask[]
  readonly files: readonly ReportedFile[]
  /** The last run of every check over the whole repository. */
  readonly gate: readonly Row[]
  readonly metrics: readonly Figure[]
  readonly outstanding: readonly Outstanding[]
  readonly next: readonly { readonly does: string; readonly command: string }[]
  readonly warnings: readonly string[]
  readonly prompts: readonly { readonly task: TaskId; readonly path: RepoPath; readonly text: string }[]
  readonly log: readonly LoggedDecision[]
}
