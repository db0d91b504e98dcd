import type { Intake } from './answers/types.ts'

/** Whether the project is a program for the terminal: its subcommands hang on one application. */
export const isProgram = ({ intake }: { readonly intake: Pick<Intake, 'purpose'> }): boolean => intake.purpose === 'cli'

/** Whether the project is a trial: what others need in order to work on it together, or to rely on it, is left out. */
export const isPrototype = ({ intake }: { readonly intake: Pick<Intake, 'purpose'> }): boolean =>
  intake.purpose === 'prototype'
