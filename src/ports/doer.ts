import type { TaskId } from '../base/brand.ts'
import type { RepoPath } from '../base/repo-path.ts'
import type { Worked } from './workshop.ts'

/** What a doer is asked to make. */
export interface Assignment {
  readonly task: TaskId
  readonly role: string
  readonly path: RepoPath
  /** The sub-prompt: all that a mind needs. */
  readonly prompt: string
  readonly attempt: number
  /** What stands behind the colon of the doer's name: the command of `exec:<command>`. */
  readonly argument?: string
  /** What a review asked to change, on a second attempt. */
  readonly asked?: string
  /** Renders the file from the design; undefined when it does not follow from it. Only the built-in doer uses it. */
  readonly render: (() => Promise<string>) | undefined
  /** Lets a command work in a copy of the tree. */
  readonly work: (command: string) => Promise<Worked>
}

/** What came back. `waiting`: a person has to do it and submit it. */
export type Delivery =
  | {
      readonly kind: 'file'
      readonly text: string
      readonly claim?: string
      /** What else it wrote: undone, and told. */
      readonly strayed?: readonly string[]
    }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'waiting'; readonly how: string }
  | { readonly kind: 'refused'; readonly reason: string }

/** Makes one task's file. What it claims about the file is shown, and never believed. */
export interface Doer {
  readonly id: string
  readonly title: string
  /** What stands behind a colon of its name, where it takes something: `command`. It makes only what needs a mind. */
  readonly takes?: string
  readonly make: (assignment: Assignment) => Promise<Delivery>
}

/** Declares a doer. */
export const doer = (unit: Doer): Doer => unit
