import type { ContentHash } from '../../../base/brand.ts'
import { valueHash } from '../../../base/hash.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A record as the list of its entries, all the way down: what stands first is first. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder)
  return isRecord(value) ? Object.entries(value).map(([key, each]) => [key, inOrder(each)]) : value
}

const withOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withOrder)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'options' ? inOrder(each) : withOrder(each)]),
  )
}

/**
 * Hash of answers, or of anything that holds some. Where a question stands in the file means nothing; in the options of a
 * component the order is an answer: of arguments, of fields, of columns.
 */
export const answersHash = (value: unknown): ContentHash => valueHash(withOrder(value))
