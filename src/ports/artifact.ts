import type { Path, Reading } from '../core/design/reading.ts'
import type { Early, Late } from '../core/design/world.ts'
import type { Contribution, UnitFile } from './unit-file.ts'

/** A unit that writes one mechanical file: one that follows wholly from the design. */
export interface ArtifactUnit<R extends string, C extends string> extends UnitFile<Early, Late, R, C> {
  /** Also its role in the plan. */
  readonly id: string
  /** Raise it when the text that comes out changes although nothing that goes in did. */
  readonly version?: number
  readonly reads: readonly R[]
  readonly collects?: readonly C[]
  /** Default: always. */
  readonly exists?: (from: Reading<Early, R>) => boolean
  /** One file for each item, such as a package folder; the path function receives the item as its second argument. */
  readonly each?: (from: Reading<Early, R>) => readonly string[]
  readonly eachPath?: (item: string) => string
  readonly contributes?: (from: Reading<Early, R>) => Contribution
}

/** An artifact as the plan sees it: what it reads is no longer in its type. */
export type Artifact = ArtifactUnit<never, never>

/** Declares an artifact. A path or a renderer that looks at an answer which `reads` and `collects` do not name does not compile. */
export function artifact<const R extends Path<Early>, const C extends Path<Late> = never>(
  unit: ArtifactUnit<R, C>,
): Artifact {
  return unit as unknown as Artifact
}
