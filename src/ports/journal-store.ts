import type { RunId } from '../base/brand.ts'
import type { Head, JournalEvent, StoredEvent } from '../core/journal/event.ts'
import type { Standing } from '../core/journal/memory.ts'

/** Where one run's history is kept. */
export interface JournalLocation {
  /** The folder of the journals, in the repository: `.trysquare/runs`. */
  readonly folder: string
  readonly runId: RunId
  /** The user's own state folder, outside the repository: what this machine remembers of the run lies there. */
  readonly stateFolder: string
}

/** A history as it was read. */
export interface ReadJournal<E extends JournalEvent = JournalEvent> {
  /** In today’s words: older events went through the upcasters. */
  readonly events: readonly StoredEvent<E>[]
  readonly head: Head
  readonly standing: Standing
  /** The line from which the file holds the rest of an append that never finished, or has not yet. */
  readonly tornLine?: number
}

/** A history that this process may add to, and no other until it is closed. */
export interface OpenJournal<E extends JournalEvent = JournalEvent> {
  /** Every event, with those appended since. */
  readonly events: readonly StoredEvent<E>[]
  readonly head: Head
  /** How the history stood to this machine's memory when it was opened. */
  readonly standing: Standing
  /** Bytes of an append that never finished were taken out, and kept beside. */
  readonly repaired?: { readonly line: number; readonly keptAt: string }
  /**
   * Appends what was decided together, all or nothing; it is on the disk when the promise resolves, to the text that was
   * appended. `expected` is the `seq` of the head that the decision was made on; another head refuses with TSQ-JOURNAL-RACE.
   */
  append(expected: number, events: readonly E[]): Promise<string>
  /** Lets others in. Closing twice is fine. */
  close(): Promise<void>
}

/** Keeps the histories of runs. Every "no" is a known error that names the file. */
export interface JournalStore<E extends JournalEvent = JournalEvent> {
  /** Takes the lock, proves the chain, sets a torn end aside. A run that is not there yet is an empty history. */
  open(location: JournalLocation): Promise<OpenJournal<E>>
  /** Proves the chain and nothing more: takes no lock and writes nothing. */
  read(location: JournalLocation): Promise<ReadJournal<E>>
}
