import type { JournalEvent, StoredEvent } from './event.ts'

/** An event as it lies in an old journal: its type, and members that only the upcaster of its version understands. */
export type OldEvent = JournalEvent & { readonly [member: string]: unknown }

/** Turns events of one type from one version of the vocabulary into the next. */
export interface Upcaster {
  readonly type: string
  readonly from: number
  readonly up: (event: OldEvent) => JournalEvent
}

/** The words a workflow's journal is written in: the version it writes, and how it reads every one before. */
export interface Vocabulary {
  readonly version: number
  readonly upcasters: readonly Upcaster[]
}

const key = (type: string, version: number): string => `${version} ${type}`

/**
 * Old events in the words of today. An event no upcaster speaks of means what it always meant. Newer events than the
 * vocabulary knows are refused before, when the chain is verified.
 */
export const upcast = (events: readonly StoredEvent[], vocabulary: Vocabulary): readonly StoredEvent[] => {
  if (vocabulary.upcasters.length === 0) return events
  const byKey = new Map(vocabulary.upcasters.map(upcaster => [key(upcaster.type, upcaster.from), upcaster]))
  return events.map(stored => {
    if (stored.v >= vocabulary.version) return stored
    let event = stored.event
    for (let version = stored.v; version < vocabulary.version; version += 1)
      event = byKey.get(key(event.type, version))?.up({ ...event }) ?? event
    return event === stored.event ? stored : { ...stored, event }
  })
}
