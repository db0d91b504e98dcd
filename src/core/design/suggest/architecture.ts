import type { Given } from '../answers/schema.ts'
import type { Suggestion } from '../suggest.ts'

type Intake = NonNullable<Given['intake']>

const concurrency = (intake: Intake): Suggestion =>
  intake.purpose === 'api-service' || intake.purpose === 'internal-service'
    ? { value: 'async', why: 'a service mostly waits for others, and can wait for many at once' }
    : {
        value: 'sync',
        why: 'nothing here waits for many things at once, and a caller can always add concurrency around it',
      }

const configuration = (intake: Intake): Suggestion =>
  intake.purpose === 'api-service' || intake.purpose === 'internal-service'
    ? { value: 'pydantic-settings', why: 'a service has settings worth validating when it starts' }
    : { value: 'environment', why: 'few settings, and no dependency for those who install it' }

const logging = (intake: Intake): Suggestion =>
  intake.purpose === 'api-service' || intake.purpose === 'internal-service'
    ? { value: 'structlog', why: 'operators search a service’s log by its fields' }
    : intake.purpose === 'cli'
      ? { value: 'stdlib', why: 'a few lines on standard error, which everybody can read' }
      : { value: 'stdlib', why: 'the program that imports it decides what is shown' }

const testing = (intake: Intake): Suggestion => {
  if (intake.maturity === 'prototype')
    return { value: 'unit', why: 'a trial needs to know that its parts work, and no more' }
  if (intake.maturity === 'long-term')
    return { value: 'comprehensive', why: 'what is depended on for years is worth its properties written down' }
  return { value: 'unit+integration', why: 'others depend on it: each part is tested, and the parts together' }
}

/** What fits a design's intake, per path, each with its reason: a recommendation, and never an answer by itself. */
export const recommended = (path: string, intake: Intake): Suggestion | undefined => {
  switch (path) {
    case 'intake.concurrency':
      return concurrency(intake)
    case 'architecture.dependencies':
      return { value: 'uv', why: 'one tool for interpreter, lock, environment and build' }
    case 'architecture.configuration':
      return configuration(intake)
    case 'architecture.errors':
      return { value: 'exceptions', why: 'it is what Python people expect' }
    case 'architecture.logging':
      return logging(intake)
    case 'architecture.testing':
      return testing(intake)
    default:
      return undefined
  }
}
