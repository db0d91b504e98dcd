/** Plain JSON, as a journal keeps it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** An answer that a rule looked at. */
export interface Evidence {
  readonly path: string
  readonly value: Json
}

// A list of thousands of files would be kept once for each concern.
const longest = 12

const plain = (value: unknown): Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return value
  if (Array.isArray(value)) {
    const kept = value.slice(0, longest).map(plain)
    return value.length > longest ? [...kept, `… and ${value.length - longest} more`] : kept
  }
  if (typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => [key, plain(each)]),
    )
  return null
}

const at = (from: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined),
      from,
    )

/** The answers at the paths, in the order of the paths; what was not answered is null. */
export const evidenceAt = (view: unknown, paths: readonly string[]): readonly Evidence[] =>
  paths.map(path => ({ path, value: plain(at(view, path)) }))
