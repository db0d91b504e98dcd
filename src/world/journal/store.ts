import { dirname } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { seal } from '../../core/journal/chain.ts'
import type { JournalEvent, StoredEvent } from '../../core/journal/event.ts'
import { mark } from '../../core/journal/memory.ts'
import { upcast, type Vocabulary } from '../../core/journal/upcast.ts'
import type { Clock } from '../../ports/clock.ts'
import type { JournalLocation, JournalStore, OpenJournal } from '../../ports/journal-store.ts'
import { bytesOf, flush, makeFolder } from './disk.ts'
import { grownFile } from './grown-file.ts'
import { load, memoryLine, pathsOf } from './load.ts'
import { type HeldLock, type Patience, takeLock } from './lock.ts'
import { repair } from './repair.ts'

/** What a store is made of. */
export interface JournalStoreParts {
  readonly clock: Clock
  readonly vocabulary: Vocabulary
  readonly patience: Patience
}

const memoryOf = (events: readonly StoredEvent[]): Buffer =>
  Buffer.from(events.map(event => `${mark(event)}\n`).join(''), 'latin1')

// The chain proves that the events are those that a workflow stored; the workflow's upcasters answer for their shape.
const inWordsOf = <E extends JournalEvent>(events: readonly StoredEvent[], vocabulary: Vocabulary): StoredEvent<E>[] =>
  [...upcast(events, vocabulary)] as StoredEvent<E>[]

const raced = (expected: number, found: number): KnownError => new KnownError('TSQ-JOURNAL-RACE', { expected, found })

const opened = <E extends JournalEvent>(
  location: JournalLocation,
  parts: JournalStoreParts,
  lock: HeldLock,
): OpenJournal<E> => {
  const { clock, vocabulary } = parts
  const paths = pathsOf(location)
  const loaded = load(location, vocabulary.version)
  const { verified, standing } = loaded
  const repaired = repair(paths, loaded)
  const memory = grownFile(paths.memory, loaded.memory)
  // Two copies of a repository share one memory: the one that comes second must read again.
  const remember = (added: readonly StoredEvent[], expected: number): void => {
    if (memory.append(memoryOf(added))) return
    throw raced(expected, Math.floor(bytesOf(paths.memory).length / memoryLine))
  }
  if (standing !== 'same') {
    // What another process wrote and never flushed must be on the disk before anything is decided on it.
    flush(paths.journal)
    const rest = verified.events.slice(loaded.memory.length / memoryLine)
    remember(rest, verified.head.seq)
  }
  const journal = grownFile(paths.journal, { length: verified.end, dirty: false })
  const events = inWordsOf<E>(verified.events, vocabulary)
  let head = verified.head

  const append = (expected: number, added: readonly E[]): string => {
    if (head.seq !== expected) throw raced(expected, head.seq)
    lock.confirm()
    if (added.length === 0) return ''
    const sealed = seal(added, head, { v: vocabulary.version, at: clock.now().toISOString() })
    if (!journal.append(Buffer.from(sealed.text)))
      throw raced(expected, load(location, vocabulary.version).verified.head.seq)
    try {
      remember(sealed.stored, expected)
    } catch (error) {
      journal.undo()
      throw error
    }
    for (const stored of sealed.stored) events.push(stored)
    head = sealed.head
    return sealed.text
  }

  return {
    events,
    get head() {
      return head
    },
    standing,
    ...(repaired && { repaired }),
    append: async (expected, added) => append(expected, added),
    close: async () => lock.release(),
  }
}

/** Journals in files: one per run, append-only, chained, flushed before an append is acknowledged. */
export const journalStore = <E extends JournalEvent>(parts: JournalStoreParts): JournalStore<E> => ({
  open: async location => {
    const paths = pathsOf(location)
    makeFolder(location.folder)
    makeFolder(dirname(paths.memory))
    const lock = await takeLock(paths.base, parts.clock, parts.patience)
    try {
      return opened(location, parts, lock)
    } catch (error) {
      lock.release()
      throw error
    }
  },
  read: async location => {
    const { verified, standing } = load(location, parts.vocabulary.version, 'tell')
    const { head, tornLine } = verified
    return { events: inWordsOf<E>(verified.events, parts.vocabulary), head, standing, ...(tornLine && { tornLine }) }
  },
})
