import { join } from 'node:path'
import type { RunId } from '../../src/base/brand.ts'
import type { Vocabulary } from '../../src/core/journal/upcast.ts'
import type { JournalLocation } from '../../src/ports/journal-store.ts'

/** The one event that these tests store. */
export interface Noted {
  readonly type: 'noted'
  readonly text: string
}
export const vocabulary: Vocabulary = { version: 1, upcasters: [] }
export const locationOf = (root: string): JournalLocation => ({
  folder: join(root, 'runs'),
  runId: 'create-2026-01-02-abc123' as RunId,
  stateFolder: join(root, 'state'),
})
