import type { ApiChange, Place, Said } from './change.ts'
import type { Names } from './names.ts'
import type { Thing } from './things.ts'

/** Two states of a project. */
export interface Sides {
  readonly old: Names
  readonly now: Names
}

/** Takes one change, with what it is about on each side. */
export type Tell = (symbol: string, said: Said, old: Thing | undefined, now: Thing | undefined) => void

const placeOf = (thing: Thing | undefined): Place | undefined =>
  thing === undefined || thing.kind === 'outside' ? undefined : { path: thing.path, line: thing.line }

/** Puts changes into a list, with their places. */
export const tellInto =
  (changes: ApiChange[]): Tell =>
  (symbol, said, old, now) => {
    const [before, after] = [placeOf(old), placeOf(now)]
    changes.push({ ...said, symbol, ...(before && { old: before }), ...(after && { new: after }) })
  }
