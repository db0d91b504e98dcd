import { type Refusal } from '../../../base/refusal.ts'
import { undelivered } from '../../../core/design/answers/delivered.ts'
import { readAnswers } from '../../../core/design/answers/read.ts'
import type { Given } from '../../../core/design/answers/schema.ts'

type Keyed = Readonly<Record<string, unknown>>
const isKeyed = (value: unknown): value is Keyed => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sections are merged key by key; everything else, lists too, is replaced. */
const merged = (before: unknown, after: unknown): unknown => {
  if (!isKeyed(before) || !isKeyed(after)) return after
  return {
    ...before,
    ...Object.fromEntries(Object.entries(after).map(([key, value]) => [key, merged(before[key], value)])),
  }
}

/** Whole sections for the journal: what was answered before, with the new answers in it. */
export const withValues = (given: Given, values: Given): Partial<Given> =>
  Object.fromEntries(
    Object.entries(values).map(([section, value]) => [section, merged(given[section as keyof Given], value)]),
  ) as Partial<Given>

/** Validates a raw answer at a path, by the schema that files are read with. */
export const readAt = (given: Given, path: string, raw: unknown): Partial<Given> | readonly Refusal[] => {
  const nested = path.split('.').reduceRight<unknown>((value, key) => ({ [key]: value }), raw)
  const read = readAnswers(nested, undefined, given.intake?.purpose)
  if (Array.isArray(read)) return read as readonly Refusal[]
  const values = read as Given
  const whole = withValues(given, values)
  // What is made depends on what was answered before: not everything goes with every purpose.
  const later = undelivered({ ...given, ...whole })
    .filter(each => `${each.path.join('.')}.`.startsWith(`${path}.`))
    .map(each => each.refusal)
  return later.length > 0 ? later : whole
}

/** Takes an optional answer out again. */
export const without = (given: Given, path: string): Partial<Given> => {
  const [section, ...rest] = path.split('.')
  const drop = (value: unknown, keys: readonly string[]): unknown => {
    const [key, ...more] = keys
    if (key === undefined || !isKeyed(value)) return value
    const { [key]: gone, ...others } = value
    return more.length === 0 ? others : gone === undefined ? value : { ...others, [key]: drop(gone, more) }
  }
  const before = given[section as keyof Given]
  return before === undefined ? {} : { [section ?? '']: drop(before, rest) }
}

/** Whether a reading was refused. */
export const refusedIn = (read: Partial<Given> | readonly Refusal[]): read is readonly Refusal[] => Array.isArray(read)
