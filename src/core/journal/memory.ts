import type { StoredEvent } from './event.ts'

/** What a machine remembers of one event: enough of its hash that no other history fits, little enough to keep for each. */
export const mark = (event: Pick<StoredEvent, 'hash'>): string => event.hash.slice(0, markLength)

/** Hexadecimal digits of a mark. */
export const markLength = 16

/** How a history relates to the one this machine remembers. */
export type Standing = 'same' | 'newer-than-remembered' | 'older-than-remembered' | 'unknown-here'

/** The answer of `compare`: a standing, or the reason why the history is not to be gone on with. */
export type Comparison =
  | { readonly kind: 'stands'; readonly standing: Standing }
  | { readonly kind: 'rewritten'; readonly sequence: number }
  | { readonly kind: 'older'; readonly known: number; readonly found: number }

/**
 * Holds a history against the remembered marks, one per event from the first. A history that goes on beyond them is
 * fine: a colleague went on, or we were killed between writing and remembering.
 */
export const compare = (events: readonly StoredEvent[], remembered: readonly string[]): Comparison => {
  if (remembered.length === 0) return { kind: 'stands', standing: events.length === 0 ? 'same' : 'unknown-here' }
  const differs = events.findIndex((event, index) => index < remembered.length && mark(event) !== remembered[index])
  if (differs !== -1) return { kind: 'rewritten', sequence: differs + 1 }
  if (events.length < remembered.length) return { kind: 'older', known: remembered.length, found: events.length }
  return { kind: 'stands', standing: events.length === remembered.length ? 'same' : 'newer-than-remembered' }
}
