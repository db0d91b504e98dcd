import type { Architecture } from '../../../core/design/answers/types.ts'

type Errors = Architecture['errors']

/** What a client's failures are called, by the sample names of its templates: exceptions say that they are. */
const called = {
  Error: 'Failure',
  UnreachableError: 'Unreachable',
  TimeoutError: 'TimedOut',
  BrokenAnswerError: 'BrokenAnswer',
  StatusError: 'StatusFailure',
  RefusedError: 'Refused',
  UnavailableError: 'Unavailable',
} as const

/** One of the failures, as its template calls it. */
export type FailureName = keyof typeof called

/** The name of a failure where the design raises or returns it. */
export const failure = (pascal: string, errors: Errors, name: FailureName): string =>
  `${pascal}${errors === 'exceptions' ? name : called[name]}`

/** The names of all failures, by their sample names. */
export const failureNames = (pascal: string, errors: Errors): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Object.keys(called) as FailureName[]).map(name => [`MyComponent${name}`, failure(pascal, errors, name)]),
  )

/** What a function that can fail returns. */
export const outcome = (pascal: string, errors: Errors, value: string): string =>
  errors === 'exceptions' ? value : `Result[${value}, ${failure(pascal, errors, 'Error')}]`
