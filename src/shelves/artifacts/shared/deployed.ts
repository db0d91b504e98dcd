import type { Features, Intake } from '../../../core/design/answers/types.ts'
import { isServed } from '../../../core/design/served.ts'

/** Whether the project is a program that runs in a container. */
export const isContained = (from: {
  readonly intake: Pick<Intake, 'deployment'>
  readonly features: Pick<Features, 'api'>
}): boolean => isServed(from) && ['container', 'cloud', 'multiple'].includes(from.intake.deployment)
