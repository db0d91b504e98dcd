import type { Intake } from './answers/types.ts'

/** Whether the project is a program for the terminal: its subcommands hang on one application. */
export const isProgram = ({ intake }: { readonly intake: Pick<Intake, 'purpose'> }): boolean => intake.purpose === 'cli'
