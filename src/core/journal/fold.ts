import type { JournalEvent, StoredEvent } from './event.ts'

/** The state that a history adds up to. */
export const fold = <S, E extends JournalEvent>(
  events: Iterable<StoredEvent<E>>,
  initial: S,
  apply: (state: S, event: E, stored: StoredEvent<E>) => S,
): S => {
  let state = initial
  for (const stored of events) state = apply(state, stored.event, stored)
  return state
}
