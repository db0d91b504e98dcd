import type { ErrorCode, ErrorData } from './errors/catalogue.ts'

/** Where in a file a complaint lies. */
export interface Place {
  readonly file?: string
  /** 1-based, both. */
  readonly line?: number
  /** Only where the text itself is broken: a value is found by its line. */
  readonly column?: number
}

/** A "no" as a value: the code says which, the data carries what its words need. */
export interface Refusal<Code extends ErrorCode = ErrorCode> {
  readonly refused: true
  readonly code: Code
  readonly data: ErrorData<Code>
  readonly place?: Place
}

/** Makes a refusal; `place` is given when a file of the person's is to blame. */
export const refusal = <Code extends ErrorCode>(code: Code, data: ErrorData<Code>, place?: Place): Refusal<Code> => ({
  refused: true,
  code,
  data,
  ...(place && { place }),
})

/** Whether a result is a refusal. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && value.refused === true
