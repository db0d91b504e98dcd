import type { Place } from './claim.ts'

/** What came of holding a repository against one practice. */
export interface Measured {
  /** `unknown`: it cannot be told; `beside-the-point`: it asks nothing of a project like this. */
  readonly outcome: 'met' | 'not-met' | 'unknown' | 'beside-the-point'
  /** What was seen or counted, in a sentence. */
  readonly said: string
  /** Where to look: what shows that it is met, or the first place that is not as it should be. */
  readonly place?: Place
}

const of =
  (outcome: Measured['outcome']) =>
  (said: string, place?: Place): Measured => ({
    outcome,
    said,
    ...(place && { place: { path: place.path, line: place.line } }),
  })

/** It is as it should be; a place shows it. */
export const met = of('met') as (said: string, place: Place) => Measured
/** It is not. */
export const notMet = of('not-met')
/** It cannot be told, and why. */
export const untold = of('unknown')
/** It asks nothing of this project, and why. */
export const besideThePoint = of('beside-the-point')
