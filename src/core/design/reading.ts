/** What a path may lead through: objects of ours, but not lists, functions or the members of texts. */
type Branch = { readonly [key: string]: unknown }

/** Every dotted path into `T`, branches and leaves alike: `architecture`, `architecture.logging`. */
export type Path<T> = {
  [K in keyof T & string]: T[K] extends readonly unknown[] | string | number | boolean | undefined
    ? K
    : T[K] extends Branch
      ? string extends keyof T[K]
        ? K
        : K | `${K}.${Path<T[K]>}`
      : T[K] extends object
        ? string extends keyof T[K]
          ? K
          : K | `${K}.${Path<T[K]>}`
        : K
}[keyof T & string]

type At<T, P extends string> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof T
    ? { readonly [Key in K]: At<T[K], Rest> }
    : never
  : P extends keyof T
    ? { readonly [Key in P]: T[P] }
    : never

type Intersected<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never

/** Exactly what the paths name, nested as in `T`. */
export type Reading<T, P extends string> = [P] extends [never]
  ? unknown
  : Intersected<P extends string ? At<T, P> : never>

const branch = (value: unknown): Record<string, unknown> => value as Record<string, unknown>

/** Picks the named paths out of a value and nothing else, so that a unit cannot see what it did not declare. */
export const read = <T, P extends string>(from: T, paths: readonly P[]): Reading<T, P> => {
  const picked: Record<string, unknown> = {}
  // Shorter paths first: `architecture` must not overwrite what `architecture.logging` put there.
  for (const path of [...paths].toSorted((a, b) => a.length - b.length)) {
    const keys = path.split('.')
    let source: unknown = from
    let target = picked
    keys.forEach((key, index) => {
      source = branch(source)[key]
      if (index === keys.length - 1) target[key] = source
      else {
        const next = target[key]
        // A copy, so that reading never writes into what was read.
        target = target[key] = typeof next === 'object' && next !== null ? { ...next } : {}
      }
    })
  }
  return picked as Reading<T, P>
}
