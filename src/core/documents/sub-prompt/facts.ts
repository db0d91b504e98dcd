import type { TaskId } from '../../../base/brand.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Component } from '../../design/answers/types.ts'
import type { Early, Late } from '../../design/world.ts'

/** Another file of the plan that the task touches. */
export interface Neighbour {
  readonly path: RepoPath
  readonly purpose: string
  /** Its public interface as a stub, where it has one. */
  readonly interface?: string | undefined
}

/** All that a sub-prompt is made from. */
export interface SubPromptFacts {
  readonly task: {
    readonly id: TaskId
    readonly path: RepoPath
    readonly purpose: string
    readonly effort: string
    readonly interface: string | undefined
    readonly component: string | undefined
    /** Files that are made before. */
    readonly needs: readonly Neighbour[]
    /** Files that build on this one. */
    readonly neededBy: readonly Neighbour[]
  }
  readonly early: Early
  readonly late: Late
  readonly component?: Component
  readonly checks: readonly { readonly id: string; readonly title: string; readonly what: string }[]
  /** What a review asked to change. */
  readonly asked?: string
  /** What was wrong with the last attempt. */
  readonly failures: readonly string[]
  /** How the file is used, as Python. */
  readonly example?: string
  /** Texts that this one is made from, such as the README that is translated. */
  readonly sources?: readonly { readonly path: RepoPath; readonly text: string }[]
}
