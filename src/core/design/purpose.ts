import type { Intake } from './answers/types.ts'

/** Whether the project is a program for the terminal: its subcommands hang on one application. */
export const isProgram = ({ intake }: { readonly intake: Pick<Intake, 'purpose'> }): boolean => intake.purpose === 'cli'

/** Whether the project is a trial: what others need in order to work on it together, or to rely on it, is left out. */
export const isPrototype = ({ intake }: { readonly intake: Pick<Intake, 'purpose'> }): boolean =>
  intake.purpose === 'prototype'

/** Whether others depend on it for years: more than one system is tested, speed is measured, and setting up has a page. */
export const isLongTerm = ({ intake }: { readonly intake: Pick<Intake, 'purpose' | 'maturity'> }): boolean =>
  (intake.purpose === 'library' || intake.purpose === 'cli') && intake.maturity === 'long-term'

/** Whether it says what hinders it where it runs: a program to whoever types it, and what lasts for years to whoever reports a fault. */
export const isDiagnosed = (from: { readonly intake: Pick<Intake, 'purpose' | 'maturity'> }): boolean =>
  isProgram(from) || isLongTerm(from)
