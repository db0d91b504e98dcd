/** A unit as its shelf's registry lists it: enough to name and explain it without loading it. */
export interface Entry<Unit> {
  readonly id: string
  /** One line. */
  readonly title: string
  readonly load: () => Promise<Unit>
}

/** Loads a whole shelf, in the registry's order. */
export const loadAll = <Unit>(entries: readonly Entry<Unit>[]): Promise<readonly Unit[]> =>
  Promise.all(entries.map(entry => entry.load()))
