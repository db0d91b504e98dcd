import type { Command } from '@commander-js/extra-typings'
import type { Context } from './context.ts'

/** A verb as the help lists it; its body is loaded when it is called. */
export interface Verb {
  readonly name: string
  readonly summary: string
  /** For programs: neither listed nor suggested. */
  readonly hidden?: true
  /** A real command line, shown by --help. */
  readonly example: string
  /** Adds arguments and options; runs the body. */
  readonly define: (command: Command, run: Run) => void
}

/** Runs a body with its context and answers the exit code to the process. */
export type Run = (body: (context: Context) => Promise<number>) => Promise<void>
