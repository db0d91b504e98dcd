import { join } from 'node:path'
import type { RunId } from '../../base/brand.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import type { CreateEvent, GateResult } from '../../core/workflow/create/types.ts'
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

/** Adds a verdict. */
export const keepMeasured = async (world: World, place: RunPlace, result: GateResult): Promise<void> => {
  const journal = await world.journal.open(measuredPlace(world, place))
  try {
    await journal.append(journal.head.seq, [{ type: 'gated', result }])
  } finally {
    await journal.close()
  }
}
