import { z } from 'zod'
import type { Found } from './found.ts'

/**
 * What was known when a project began to be checked: the names of the findings. A name stays when its line moves (see `findingId`), so
 * only what is new is told. Two equal ones in one place have names of their own, so a third is new.
 */
export const baselineSchema = z.strictObject({
  version: z.literal(1),
  known: z.record(
    z.string().regex(/^F-[0-9a-f]{10}(?:-\d+)?$/),
    z.strictObject({ rule: z.string(), path: z.string(), message: z.string() }),
  ),
})

export type Baseline = z.infer<typeof baselineSchema>

/** The baseline that these findings make, in the order of their places. */
export const baselineOf = (found: readonly Found[]): Baseline => ({
  version: 1,
  known: Object.fromEntries(found.map(({ id, rule, path, message }) => [id, { rule, path, message }])),
})

/** The findings that a baseline knows, the ones that it does not, and the names in it that are found no more. */
export const held = (
  found: readonly Found[],
  baseline: Baseline,
): { readonly fresh: readonly Found[]; readonly known: readonly Found[]; readonly gone: readonly string[] } => {
  const names = new Set(found.map(each => each.id))
  return {
    fresh: found.filter(each => baseline.known[each.id] === undefined),
    known: found.filter(each => baseline.known[each.id] !== undefined),
    gone: Object.keys(baseline.known).filter(id => !names.has(id)),
  }
}
