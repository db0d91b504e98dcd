import { hash as digest } from 'node:crypto'
import type { ContentHash } from '../../base/brand.ts'
import type { Head, JournalEvent, StoredEvent } from './event.ts'

/** What the writer decides of a line, apart from the chain. */
export interface Stamp {
  readonly v: number
  readonly at: string
  /** How many events of the same append still follow: what was decided together is read together or not at all. */
  readonly more: number
}

/** A line that holds: its event, and how many lines must still follow for its append to be whole. */
export interface ReadLine {
  readonly stored: StoredEvent
  readonly more: number
}

/** Why a line does not hold, or the unknown version that it is written in. */
export type LineFault = { readonly fault: string } | { readonly newer: number }

/**
 * The hash is the last member and covers the bytes before it. So a reader hashes what lies there, and need not print
 * JSON the way the writer did. This holds for every version of the format, for ever.
 */
const sealOf = (hash: string): string => `,"hash":"${hash}"}`
const sealLength = sealOf('0'.repeat(64)).length
const digestOf = (content: string | Uint8Array): ContentHash => digest('sha256', content) as ContentHash

/** One event as the line that follows `head`, without its newline. */
export const sealLine = (
  event: JournalEvent,
  head: Head,
  stamp: Stamp,
): { readonly text: string; readonly head: Head } => {
  const { type, ...data } = event
  const seq = head.seq + 1
  const more = stamp.more > 0 ? `"more":${stamp.more},` : ''
  const open = `{"v":${stamp.v},"seq":${seq},${more}"at":${JSON.stringify(stamp.at)},"type":${JSON.stringify(type)}`
  // In the order in which it was said: of arguments and fields it means something.
  const body = `${open},"data":${JSON.stringify(data)},"prev":"${head.hash}"`
  const hash = digestOf(body)
  return { text: body + sealOf(hash), head: { seq, hash } }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads the line that must follow `head`; `known` is the newest version of the vocabulary that the reader knows. */
export const readLine = (line: Buffer, head: Head, known: number): ReadLine | LineFault => {
  // Version control may have turned the line ends of a text file into CRLF; that changes nothing that was said.
  const end = line.at(-1) === 13 ? line.length - 1 : line.length
  const bodyEnd = end - sealLength
  if (bodyEnd <= 0) return { fault: 'it is not a line of a journal' }
  const hash = digestOf(line.subarray(0, bodyEnd))
  if (line.toString('latin1', bodyEnd, end) !== sealOf(hash)) return { fault: 'its content does not match its hash' }
  const envelope = parsed(line.toString('utf8', 0, end))
  if (!isRecord(envelope)) return { fault: 'it is not a line of a journal' }
  const { v, seq, more = 0, at, type, data, prev } = envelope
  if (!isCount(v)) return { fault: 'it names no version' }
  if (v > known) return { newer: v }
  if (seq !== head.seq + 1) return { fault: `event ${head.seq + 1} is expected here` }
  if (prev !== head.hash) return { fault: 'it does not follow from the line before' }
  if (!isCount(more) || typeof at !== 'string' || typeof type !== 'string' || !isRecord(data))
    return { fault: 'it is not a whole event' }
  return { stored: { v, seq, at, hash, event: Object.assign(data, { type }) }, more }
}
