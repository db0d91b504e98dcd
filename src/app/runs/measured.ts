import { join } from 'node:path'
import type { RunId } from '../../base/brand.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateEvent, CreateState, GateResult, WrittenReport } from '../../core/workflow/create/types.ts'
import type { JournalLocation } from '../../ports/journal-store.ts'
import type { World } from '../world.ts'
import type { RunPlace } from './locate.ts'

/**
 * What this machine measured of a finished run's repository. It is a history of its own in the user's state folder, chained and
 * remembered like any: the repository's journal is closed with the run, so that branches, resets and clones leave it alone.
 */
export const measuredPlace = (world: World, { journal }: RunPlace): JournalLocation => ({
  folder: join(world.places.state, 'measured'),
  runId: `${journal.runId}-measured` as RunId,
  stateFolder: journal.stateFolder,
})

/** The verdicts that this machine reached since the run ended. */
export const measuredHere = async (world: World, place: RunPlace): Promise<readonly StoredEvent<CreateEvent>[]> =>
  (await world.journal.read(measuredPlace(world, place))).events

/** Adds a verdict, and the reports that were written of it; `after` is the last event of the run's own journal. */
export const keepMeasured = async (
  world: World,
  place: RunPlace,
  after: number,
  measured: { readonly result?: GateResult | undefined; readonly reports: readonly WrittenReport[] },
): Promise<void> => {
  const { result, reports } = measured
  const events: readonly CreateEvent[] = [
    ...(result === undefined ? [] : [{ type: 'gated', result, after } as const]),
    ...(reports.length === 0 ? [] : [{ type: 'reported', reports, after } as const]),
  ]
  const journal = await world.journal.open(measuredPlace(world, place))
  try {
    await journal.append(journal.head.seq, events)
  } finally {
    await journal.close()
  }
}

const afterOf = (event: CreateEvent): number | undefined => ('after' in event ? event.after : undefined)

/** A run's own events and what was measured between them, each behind the event after which it was measured. */
export const inOrder = (
  own: readonly StoredEvent<CreateEvent>[],
  measured: readonly StoredEvent<CreateEvent>[],
): readonly StoredEvent<CreateEvent>[] => {
  const behind = Map.groupBy(measured, ({ event }) => Math.min(afterOf(event) ?? own.length, own.length))
  return [...(behind.get(0) ?? []), ...own.flatMap((each, index) => [each, ...(behind.get(index + 1) ?? [])])]
}

/**
 * The state of a finished run with what this machine measured since. Of a run that went on and ended anew, what was measured
 * before speaks of its own tree only: should that come back, its verdict counts again, unless the run itself reached a later one.
 */
export const withMeasured = (
  state: CreateState,
  measured: readonly StoredEvent<CreateEvent>[],
  own: readonly StoredEvent<CreateEvent>[],
): CreateState =>
  measured.reduce((known, { event }) => {
    const after = afterOf(event)
    if (after === undefined || after === own.length) return create.apply(known, event)
    if (event.type !== 'gated') return known
    const { result } = event
    const later = own.slice(after).some(each => each.event.type === 'gated' && each.event.result.tree === result.tree)
    return later ? known : { ...known, gates: { ...known.gates, [result.tree]: result } }
  }, state)
