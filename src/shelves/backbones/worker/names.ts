import type { Architecture } from '../../../core/design/answers/types.ts'

type Errors = Architecture['errors']

/** What a handler says a job failed with: raised where the design raises, returned where it returns. */
export const failure = (pascal: string, errors: Errors): string =>
  `${pascal}${errors === 'exceptions' ? 'RejectedError' : 'Failure'}`

/** What a handler returns. */
export const handled = (pascal: string, errors: Errors): string =>
  errors === 'exceptions' ? 'None' : `Result[None, ${failure(pascal, errors)}]`
