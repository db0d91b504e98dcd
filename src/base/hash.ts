import { createHash } from 'node:crypto'
import { stringify } from 'safe-stable-stringify'
import type { ContentHash } from './brand.ts'

/** SHA-256 of a text (as UTF-8) or of bytes. */
export const contentHash = (content: string | Uint8Array): ContentHash =>
  createHash('sha256').update(content).digest('hex') as ContentHash

/** JSON with its keys in a fixed order, so that equal values have equal texts. `undefined` members are left out. */
export const canonicalJson = (value: unknown): string => stringify(value) ?? 'null'

/** SHA-256 of a value's canonical JSON. */
export const valueHash = (value: unknown): ContentHash => contentHash(canonicalJson(value))
