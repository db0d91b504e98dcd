import type { Measured } from '../core/project/measured.ts'
import type { Portrait } from '../core/project/portrait.ts'
import type { Project } from '../core/project/project.ts'

/** Something that is done in projects that last, and can be measured on the files of one. */
export interface Practice {
  readonly id: string
  /** What is so where it is met, in a sentence. */
  readonly title: string
  /** The place in the list. */
  readonly order: number
  /** What goes wrong without it. */
  readonly why: string
  /** What to do where it is not met. */
  readonly todo: string
  readonly measure: (project: Project, portrait: Portrait) => Measured
}

/** Declares a practice. */
export const practice = (unit: Practice): Practice => unit
