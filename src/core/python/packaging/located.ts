/** A value of a settings file with the line that it stands on. Keys are kept in a map: a file may call one `__proto__`. */
export interface Located {
  /** 1-based. */
  readonly line: number
  readonly value: LocatedValue
}

/** Undefined is what only running the file would tell: a call, a comprehension, a name that is bound elsewhere. */
export type LocatedValue = string | number | boolean | readonly Located[] | ReadonlyMap<string, Located> | undefined

/** A settings file: what it holds, or where it stops being one. */
export type Settings = { readonly root: Located } | { readonly broken: string; readonly line: number }

const isList = (value: LocatedValue): value is readonly Located[] => Array.isArray(value)

/** The entries of a table, in their order; none where it is something else. */
export const entriesOf = (node: Located | undefined): readonly (readonly [string, Located])[] =>
  node?.value instanceof Map ? [...(node.value as ReadonlyMap<string, Located>)] : []

/** What lies below a table by these keys. */
export const below = (node: Located | undefined, ...keys: readonly string[]): Located | undefined =>
  keys.reduce<Located | undefined>(
    (at, key) => (at?.value instanceof Map ? (at.value as ReadonlyMap<string, Located>).get(key) : undefined),
    node,
  )

/** The elements of a list; a single value is a list of itself. */
export const itemsOf = (node: Located | undefined): readonly Located[] => {
  if (node === undefined || node.value === undefined || node.value instanceof Map) return []
  return isList(node.value) ? node.value : [node]
}

/** A scalar as text. The lines of a value that goes on below its key are one text. */
export const textOf = (node: Located | undefined): string | undefined => {
  if (node === undefined) return undefined
  const { value } = node
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (!isList(value)) return undefined
  const texts = value.map(each => each.value).filter(each => typeof each === 'string')
  return texts.length === value.length ? texts.join('\n') : undefined
}

/** The texts of a list, each with its line. */
export const textsOf = (node: Located | undefined): readonly { readonly text: string; readonly line: number }[] =>
  itemsOf(node).flatMap(each => (typeof each.value === 'string' ? [{ text: each.value, line: each.line }] : []))
