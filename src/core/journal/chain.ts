import type { RunId } from '../../base/brand.ts'
import { genesis, type Head, type JournalEvent, type StoredEvent } from './event.ts'
import { readLine, sealLine } from './line.ts'

/** Lines ready to be appended, and the head that the history has with them. */
export interface Sealed<E extends JournalEvent> {
  readonly text: string
  readonly head: Head
  readonly stored: readonly StoredEvent<E>[]
}

/** A history that holds. What lies in the file from byte `end` on is the torn rest of an append that never finished. */
export interface Verified {
  readonly kind: 'verified'
  readonly events: readonly StoredEvent[]
  readonly head: Head
  /** Bytes of whole appends. */
  readonly end: number
  /** The first line of the torn rest, when there is one. */
  readonly tornLine?: number
}

/** What a journal's bytes turn out to be. */
export type Verification =
  | Verified
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string }
  | { readonly kind: 'newer'; readonly line: number; readonly version: number }

/** Chains events that were decided together to a history. */
export const seal = <E extends JournalEvent>(
  events: readonly E[],
  head: Head,
  stamp: { readonly v: number; readonly at: string },
): Sealed<E> => {
  let last = head
  const lines: string[] = []
  const stored: StoredEvent<E>[] = []
  events.forEach((event, index) => {
    const line = sealLine(event, last, { ...stamp, more: events.length - 1 - index })
    last = line.head
    lines.push(`${line.text}\n`)
    stored.push({ ...stamp, ...last, event })
  })
  return { text: lines.join(''), head: last, stored }
}

/** Reads a run's journal and proves its chain. `known` is the newest version of the vocabulary that the reader knows. */
export const verify = (bytes: Buffer, run: RunId, known: number): Verification => {
  const events: StoredEvent[] = []
  let head = genesis(run)
  let whole = { events: 0, head, end: 0 }
  let expected = 0
  let start = 0
  for (let line = 1; ; line += 1) {
    const newline = bytes.indexOf(10, start)
    if (newline === -1) break
    const read = readLine(bytes.subarray(start, newline), head, known)
    if ('newer' in read) return { kind: 'newer', line, version: read.newer }
    if ('fault' in read) return { kind: 'broken', line, reason: read.fault }
    const { stored, more } = read
    if (expected > 0 && more !== expected - 1)
      return { kind: 'broken', line, reason: 'it is not the rest of the append before' }
    events.push(stored)
    head = { seq: stored.seq, hash: stored.hash }
    expected = more
    start = newline + 1
    if (more === 0) whole = { events: events.length, head, end: start }
  }
  const torn = whole.end < bytes.length ? { tornLine: whole.events + 1 } : {}
  return { kind: 'verified', events: events.slice(0, whole.events), head: whole.head, end: whole.end, ...torn }
}
