/** What a look at files is made of: plain data, so that a thread can be told. */
export interface Setup {
  /** The rules by their names. */
  readonly rules: readonly string[]
  /** Ruff's name of the lowest Python version: `py311`. */
  readonly target: string
}
