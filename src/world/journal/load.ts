import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { type Verified, verify } from '../../core/journal/chain.ts'
import { compare, markLength, type Standing } from '../../core/journal/memory.ts'
import type { JournalLocation } from '../../ports/journal-store.ts'
import { bytesOf } from './disk.ts'

/** Where the parts of one run's history lie. */
export interface Paths {
  readonly journal: string
  /** Without ending: locks, holders and torn rests lie beside the journal. */
  readonly base: string
  readonly memory: string
}

export const pathsOf = ({ folder, runId, stateFolder }: JournalLocation): Paths => ({
  journal: join(folder, `${runId}.jsonl`),
  base: join(folder, runId),
  memory: join(stateFolder, 'heads', runId),
})

/** One mark and its newline. */
export const memoryLine = markLength + 1

/** What this machine remembers: marks, and the bytes of the file that hold them; a torn or damaged rest does not count. */
const remembered = (bytes: Buffer): readonly string[] => {
  const text = bytes.toString('latin1')
  const marks: string[] = []
  for (let at = 0; at + memoryLine <= text.length; at += memoryLine) {
    const line = text.slice(at, at + memoryLine)
    if (!/^[0-9a-f]+\n$/.test(line)) break
    marks.push(line.slice(0, markLength))
  }
  return marks
}

/** A history that holds and is ours. */
export interface Loaded {
  readonly verified: Verified
  readonly standing: Standing
  readonly journalBytes: Buffer
  readonly memory: { readonly length: number; readonly dirty: boolean }
}

/**
 * Reads and proves a history; writes nothing. `known` is the newest version of the vocabulary that can be read. An `older` copy of what
 * this machine wrote may be looked at, and is no ground to go on from.
 */
export const load = (location: JournalLocation, known: number, older: 'tell' | 'refuse' = 'refuse'): Loaded => {
  const { journal: file, memory } = pathsOf(location)
  // The memory first: a writer at work puts an event into the journal before it remembers it.
  const memoryBytes = bytesOf(memory)
  const journalBytes = bytesOf(file)
  const verified = verify(journalBytes, location.runId, known)
  if (verified.kind === 'newer') throw new KnownError('TSQ-JOURNAL-NEWER', { file, version: verified.version, known })
  if (verified.kind === 'broken') {
    const { line, reason } = verified
    throw new KnownError('TSQ-JOURNAL-BROKEN', { file, line, reason }, { file, line })
  }
  const marks = remembered(memoryBytes)
  const comparison = compare(verified.events, marks)
  if (comparison.kind === 'rewritten')
    throw new KnownError('TSQ-JOURNAL-REWRITTEN', { file, sequence: comparison.sequence })
  if (comparison.kind === 'older' && older === 'refuse')
    throw new KnownError('TSQ-JOURNAL-OLDER', { file, known: comparison.known, found: comparison.found, memory })
  const length = marks.length * memoryLine
  return {
    verified,
    standing: comparison.kind === 'older' ? 'older-than-remembered' : comparison.standing,
    journalBytes,
    memory: { length, dirty: length < memoryBytes.length },
  }
}
