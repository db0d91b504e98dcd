import { KnownError } from '../../base/errors/known-error.ts'
import { type GateRun, runGate } from '../effects/gate.ts'
import { needRun } from '../runs/here.ts'
import { readRun } from '../runs/session.ts'
import type { World } from '../world.ts'

/** Runs every check on the repository as it lies there. A look: it writes nothing that version control would see. */
export const gateHere = async (
  world: World,
  options: { readonly fresh: boolean; readonly embedded: boolean },
): Promise<GateRun> => {
  const place = await needRun(world)
  const { state, events } = await readRun(world, place)
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const run = state.run === undefined ? state : { ...state, run: { ...state.run, embedded: options.embedded } }
  return runGate(
    world,
    { state: run, events, target: place.home, again: 'trysquare gate run' },
    { fresh: options.fresh, keeping: 'look' },
  )
}
