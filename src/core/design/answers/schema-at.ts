import { z } from 'zod'

/** What this file looks at of a schema: how it is made of others. */
interface Def {
  readonly type?: string
  readonly innerType?: unknown
  readonly in?: unknown
  readonly out?: unknown
  readonly element?: unknown
  readonly valueType?: unknown
}
type Made = { readonly def?: Def; readonly shape?: Readonly<Record<string, unknown>> }

/** The schema that says which keys and items there are, below what is optional, transformed or checked. */
const bare = (schema: unknown): Made | undefined => {
  const made = schema as Made | undefined
  const def = made?.def
  if (def?.innerType !== undefined) return bare(def.innerType)
  if (def?.type === 'pipe') return bare((def.in as Made).def?.type === 'transform' ? def.out : def.in)
  return made
}

type Keys = readonly (string | number)[]

const at = (schema: unknown, path: Keys): unknown => {
  let found = schema
  for (const key of path) {
    const made = bare(found)
    found = made?.shape?.[key] ?? made?.def?.element ?? made?.def?.valueType
  }
  return found
}

/** The part of a schema that a path's value is held against; undefined where there is none. */
export const schemaAt = (schema: z.ZodType, path: Keys): z.ZodType | undefined => {
  const found = at(schema, path)
  return found instanceof z.ZodType ? found : undefined
}

/** The keys that a section at a path may have. */
export const keysAt = (schema: z.ZodType, path: Keys): readonly string[] =>
  Object.keys(bare(at(schema, path))?.shape ?? {})
