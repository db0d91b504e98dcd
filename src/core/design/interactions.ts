import type { Given } from './answers/schema.ts'
import { isService } from './review/facts.ts'

type View = Pick<Given, 'intake' | 'architecture' | 'features'>
interface Interaction {
  readonly when: (
    design: Required<{ intake: NonNullable<View['intake']>; architecture: NonNullable<View['architecture']> }> &
      Pick<View, 'features'>,
  ) => boolean
  readonly says: string
}

const serves = ({ purpose }: NonNullable<View['intake']>): boolean => purpose !== undefined && isService(purpose)
const returnsErrors = ({ errors }: NonNullable<View['architecture']>): boolean =>
  errors === 'results' || errors === 'mixed'

/** How choices act on each other: what a person should know before confirming them together. Reasons, not scores. */
const interactions: readonly Interaction[] = [
  {
    when: ({ intake, architecture }) => architecture.testing === 'none' && intake.maturity !== 'prototype',
    says: 'Others will depend on it, and nothing proves that a change keeps it working: no tests are made.',
  },
  {
    when: ({ architecture }) => architecture.testing === 'none',
    says: 'Without tests the report can never say "ready for development": the tests check has nothing to run.',
  },
  {
    when: ({ intake, architecture }) =>
      architecture.configuration === 'pydantic-settings' && intake.purpose === 'library',
    says: 'Everyone who installs the library also installs Pydantic, in the versions that the library accepts.',
  },
  {
    when: ({ intake, architecture }) => architecture.logging === 'structlog' && intake.purpose === 'library',
    says: 'The library logs through structlog; an application that uses the standard logging sees it only when it configures structlog too.',
  },
  {
    when: ({ intake, architecture }) => architecture.logging === 'structlog' && intake.purpose === 'cli',
    says: 'Whoever runs the program in a terminal reads its records as JSON; programs that collect them read them well.',
  },
  {
    // A service reads what it is sent by a model, which raises.
    when: ({ intake, architecture }) => architecture.errors === 'results' && !serves(intake),
    says: 'Callers open a Result each time; settings that cannot be read and data that is wrong come back as values, never as exceptions.',
  },
  {
    when: ({ architecture }) => architecture.errors === 'mixed',
    says: 'Two ways of failing: expected failures are values, misuse is raised. Each function’s documentation has to say which it is.',
  },
  {
    when: ({ intake, architecture }) => serves(intake) && returnsErrors(architecture),
    says: 'Results in a service need a mapping to HTTP: every route opens its own in one function, which answers a failure as problem details with its status. What does not fit the description of a request is refused by the framework before.',
  },
  {
    when: ({ intake, architecture }) => intake.purpose === 'cli' && returnsErrors(architecture),
    says: 'Results in a program need an exit code: every subcommand opens its own in one function, which prints one line and ends the program.',
  },
  {
    when: ({ intake, architecture }) =>
      ['environment', 'pydantic-settings', 'combination'].includes(architecture.configuration ?? '') &&
      intake.purpose === 'library',
    says: 'A library that reads environment variables shares them with its host application: every variable begins with the package’s name.',
  },
  {
    when: ({ architecture }) => architecture.testing === 'comprehensive',
    says: 'Property tests come in with Hypothesis, as a dependency of development only.',
  },
  {
    when: ({ intake }) => intake.lifespan === 'short-term' && intake.maturity === 'long-term',
    says: 'A short life and a long-term maturity: one of the two answers pays for what the other does not need.',
  },
]

/** The sentences that hold for a design whose intake and architecture are answered. */
export const interactionsOf = (given: Given): readonly string[] => {
  const { intake, architecture, features } = given
  if (intake === undefined || architecture === undefined) return []
  return interactions.filter(each => each.when({ intake, architecture, features })).map(each => each.says)
}
