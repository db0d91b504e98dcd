/**
 * The words of one error. `meaning` is what `trysquare explain CODE` says without data; the other three are the lines a
 * person sees: what happened, why it matters, what to do next.
 */
export interface ErrorWords<Data> {
  readonly meaning: string
  readonly what: (data: Data) => string
  readonly why: (data: Data) => string
  readonly todo: (data: Data) => string
  /** The remedy where several errors are told together, each on one line; default: `todo`. */
  readonly brief?: (data: Data) => string
  /** What to do, where `todo` is all data and says nothing without it: for `trysquare explain CODE`. */
  readonly generally?: string
  /** 2, a known error, unless the person has to decide something (3) or ended the program (130). */
  readonly exit?: 3 | 130
}

/** Gives the data's type to an entry of the catalogue. */
export const words = <Data>(entry: ErrorWords<Data>): ErrorWords<Data> => entry
