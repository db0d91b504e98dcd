import type { Place, Refusal } from '../refusal.ts'
import { catalogue, type ErrorCode, type ErrorData } from './catalogue.ts'
import type { ErrorWords } from './words.ts'

/** An error that a person can do something about. Its words come from the catalogue; anything else that is thrown is a bug of ours. */
export class KnownError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly data: ErrorData<Code>
  readonly place: Place | undefined
  /** What else is wrong in the same input: a person mends all of it in one go. */
  readonly others: readonly KnownError[]

  constructor(code: Code, data: ErrorData<Code>, place?: Place, others: readonly KnownError[] = []) {
    super(`${code} ${wordsOf(code).what(data)}`)
    this.name = 'KnownError'
    this.code = code
    this.data = data
    this.place = place
    this.others = others
  }
}

/** A code's words, ready for that code's data. */
export const wordsOf = <Code extends ErrorCode>(code: Code): ErrorWords<ErrorData<Code>> =>
  catalogue[code] as unknown as ErrorWords<ErrorData<Code>>

/** Turns a refusal of the core into the error that a door knows how to print. */
export const refuse = (refused: Refusal): never => {
  throw new KnownError(refused.code, refused.data, refused.place)
}
