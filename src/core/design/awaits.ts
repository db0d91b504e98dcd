import type { Intake } from './answers/types.ts'

/** Whether the project's own code awaits: a service that serves many at once does, and whatever is asked to. */
export const isAwaiting = ({ intake }: { readonly intake: Pick<Intake, 'concurrency'> }): boolean =>
  intake.concurrency === 'async' || intake.concurrency === 'mixed'
