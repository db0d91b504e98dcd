import type { ContentHash, RunId } from '../../base/brand.ts'
import { contentHash } from '../../base/hash.ts'

/** A fact that a workflow emits. Whatever else it carries must be plain JSON. */
export interface JournalEvent {
  readonly type: string
}

/** An event with its place in a run's history. */
export interface StoredEvent<E extends JournalEvent = JournalEvent> {
  /** The version of the events' vocabulary it was written in. */
  readonly v: number
  /** 1 for the first. */
  readonly seq: number
  /** When it was stored: ISO 8601, UTC. Clocks jump: order is `seq`, never this. */
  readonly at: string
  readonly hash: ContentHash
  readonly event: E
}

/** The end of a history: what the next event is chained to. */
export interface Head {
  /** 0 before the first event. */
  readonly seq: number
  readonly hash: ContentHash
}

/** Where a run's history begins. It depends on the run, so that one run's journal cannot pass for another's. */
export const genesis = (run: RunId): Head => ({ seq: 0, hash: contentHash(`trysquare journal of ${run}`) })
