import type { ContentHash } from '../../../base/brand.ts'
import type { Validation } from '../../gates/verdict.ts'
import type { By } from '../decision.ts'

/** Where a task is. */
export type TaskAt =
  | 'planned'
  | 'making'
  | 'waiting'
  | 'checking'
  | 'review'
  | 'accepted'
  | 'done'
  | 'deferred'
  | 'aborted'

/** What a doer delivered. */
export interface Delivered {
  readonly hash: ContentHash
  readonly bytes: number
  readonly doer: string
  /** What the doer said of it: shown, never believed. */
  readonly claim?: string
  /** What it wrote besides, where nothing was asked for: undone, and a finding. */
  readonly strayed?: readonly string[]
}

/** One thing that went wrong, and how it was settled. */
export interface Failure {
  readonly attempt: number
  readonly what: string
  readonly settled?: string
}

/** A finding that a person judged false. */
export interface Dismissal {
  readonly finding: string
  readonly by: By
}

export interface TaskState {
  readonly at: TaskAt
  readonly attempt: number
  /** Tries of a doer since a person last looked. */
  readonly tries: number
  /** Automatic fixes of the present delivery, each approved. */
  readonly fixes: number
  readonly delivered?: Delivered
  readonly validation?: Validation
  readonly dismissed: readonly Dismissal[]
  readonly failures: readonly Failure[]
  /** The hashes of everything that was delivered: texts of the run's own, wherever they are found. */
  readonly own: readonly ContentHash[]
  /** The accepted text that this delivery is to take the place of, since the design was opened again or the file edited. */
  readonly replaces?: ContentHash
  /** Somebody edited the accepted file and gave it in: what was made from it follows once it is accepted. */
  readonly edited?: true
  /** Who had made that text. */
  readonly replacesOf?: string
  /** What a review asked to change. */
  readonly asked?: string
  /** How the person goes on, while the task waits for one. */
  readonly how?: string
  readonly decided?: {
    readonly what: 'accepted' | 'deferred' | 'aborted'
    readonly by: By
    readonly acknowledged?: readonly string[]
  }
}

export type TaskCommand =
  | { readonly type: 'start'; readonly doer: string }
  | { readonly type: 'wait'; readonly how: string }
  | { readonly type: 'deliver'; readonly delivered: Delivered }
  | { readonly type: 'fail'; readonly reason: string }
  | { readonly type: 'judge'; readonly validation: Validation }
  | { readonly type: 'fix'; readonly by: By; readonly delivered: Delivered; readonly what: string }
  | { readonly type: 'accept'; readonly by: By; readonly acknowledged?: readonly string[] }
  | { readonly type: 'modify'; readonly by: By; readonly asked: string }
  | { readonly type: 'regenerate'; readonly by: By }
  | { readonly type: 'dismiss'; readonly by: By; readonly finding: string }
  | { readonly type: 'defer'; readonly by: By }
  | { readonly type: 'abort'; readonly by: By }
  | { readonly type: 'place' }

export type TaskEvent =
  | { readonly type: 'started'; readonly attempt: number; readonly doer: string }
  | { readonly type: 'waits'; readonly how: string }
  | { readonly type: 'delivered'; readonly delivered: Delivered }
  | { readonly type: 'failed'; readonly reason: string }
  | { readonly type: 'judged'; readonly validation: Validation }
  | { readonly type: 'fixed'; readonly by: By; readonly delivered: Delivered; readonly what: string }
  | { readonly type: 'accepted'; readonly by: By; readonly acknowledged?: readonly string[] }
  | { readonly type: 'sent-back'; readonly by: By; readonly asked?: string }
  | { readonly type: 'dismissed'; readonly by: By; readonly finding: string }
  | { readonly type: 'deferred'; readonly by: By }
  | { readonly type: 'aborted'; readonly by: By }
  | { readonly type: 'placed' }
