import type { Architecture } from '../../../core/design/answers/types.ts'
import { failuresOf } from '../shared/failures.ts'

/** What a client's failures are called, as its templates name them and as they are returned. */
export const { failure, failureNames } = failuresOf({
  Error: 'Failure',
  UnreachableError: 'Unreachable',
  TimeoutError: 'TimedOut',
  BrokenAnswerError: 'BrokenAnswer',
  StatusError: 'StatusFailure',
  RefusedError: 'Refused',
  UnavailableError: 'Unavailable',
})

/** What a function that can fail returns. */
export const outcome = (pascal: string, errors: Architecture['errors'], value: string): string =>
  errors === 'exceptions' ? value : `Result[${value}, ${failure(pascal, errors, 'Error')}]`
