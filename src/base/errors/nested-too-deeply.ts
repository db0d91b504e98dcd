/** Source that is nested more deeply than a parser or a walk over its tree can follow; nobody writes such by hand. */
export class NestedTooDeeply extends Error {
  constructor() {
    super('it is nested too deeply to be read')
  }
}

/** Does something with source; what runs out of stack on it says so in one way. */
export const followed = <T>(work: () => T, after: () => void = () => undefined): T => {
  try {
    return work()
  } catch (error) {
    // V8 throws the first where JavaScript or a wasm module runs out of stack, the second where a module overruns its own.
    if (!(error instanceof RangeError || (error instanceof Error && error.name === 'RuntimeError'))) throw error
    after()
    throw new NestedTooDeeply()
  }
}
