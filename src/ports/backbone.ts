import type { ZodType } from 'zod'
import type { Path, Reading } from '../core/design/reading.ts'
import type { Early, Late } from '../core/design/world.ts'
import type { Contribution, UnitFile } from './unit-file.ts'

/** The component that a backbone is asked to make. */
export interface ComponentFacts {
  readonly name: string
  /** `OrderLine`: the beginning of its class names. */
  readonly pascal: string
  readonly does: string
  /** The module's path, when the answers give one. */
  readonly path: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  readonly interface: string | undefined
}
/** What a backbone may read: what artifacts may, and its component. */
export type ComponentWorld = Early & { readonly component: ComponentFacts }

/** One of the files that a component is made of. Its role in the plan is `<component>.<role>`. */
export interface BackboneFile<R extends string, C extends string> extends UnitFile<ComponentWorld, Late, R, C> {
  readonly role:
    | 'source'
    | 'storage'
    | 'rules'
    | 'routes'
    | 'test'
    | 'storage-test'
    | 'rules-test'
    | 'routes-test'
    | 'integration'
    | 'property'
    | 'fixture'
    | 'bad-fixture'
    | 'example'
    | 'bench'
  readonly when?: (from: Reading<ComponentWorld, R>) => boolean
}

/** A unit that writes one kind of component: a small, real, generic implementation and its tests. */
export interface BackboneUnit<R extends string, C extends string> {
  /** The `kind` of answers.md. */
  readonly id: string
  readonly version?: number
  /** One sentence for the question "which kind?". */
  readonly title: string
  /** The schema of its options. */
  readonly options: ZodType<Readonly<Record<string, unknown>>>
  /** Letters that a component's name may have: its classes are called after it, and lines end at 100 columns. Default: any. */
  readonly longestName?: number
  /** Why a name that is a good one elsewhere cannot be that of a component of this kind; undefined when it can. */
  readonly nameProblem?: (name: string) => string | undefined
  /** Options as YAML, to begin from where a person is asked for them; undefined when it can do without. */
  readonly sample?: string
  /** How others add to it without touching it, in a sentence; undefined when they cannot. The critic reads it. */
  readonly extension?: string
  readonly reads: readonly R[]
  readonly collects?: readonly C[]
  /** `needs` names artifacts' roles, or `source`, `test` for files of the same component. */
  readonly files: readonly BackboneFile<R, C>[]
  readonly contributes?: (from: Reading<ComponentWorld, R>) => Contribution
}

/** A backbone as the plan sees it. */
export type Backbone = BackboneUnit<never, never>

/** Declares a backbone; see {@link artifact} for what the types allow. */
export function backbone<const R extends Path<ComponentWorld>, const C extends Path<Late> = never>(
  unit: BackboneUnit<R, C>,
): Backbone {
  return unit as unknown as Backbone
}
