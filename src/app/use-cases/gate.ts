import { KnownError } from '../../base/errors/known-error.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { type GateRun, repositoryFiles, runGate, treeHash } from '../effects/gate.ts'
import { readHere } from '../runs/here.ts'
import type { RunPlace } from '../runs/locate.ts'
import { openSession } from '../runs/session.ts'
import type { World } from '../world.ts'

interface Asked {
  readonly fresh: boolean
  readonly embedded: boolean
}

/** A finished run whose tree was never measured, or with fewer tools than now: only then is there something new to record. */
const isNews = async (world: World, place: RunPlace, state: CreateState, asked: Asked): Promise<boolean> => {
  if (state.at !== 'finished' || state.gate === undefined) return false
  const fewer = asked.embedded && state.run?.embedded !== true
  if (fewer) return false
  const known = state.gates[treeHash(await repositoryFiles(world, place.home))]
  return known === undefined || (!asked.embedded && known.rows.some(row => row.unable === true))
}

/**
 * Runs every check on the repository as it lies there. In a finished run a new verdict is added to the history, so that status and
 * report speak of the tree as it is; when nothing changed it is a look that leaves no trace.
 */
export const gateHere = async (world: World, asked: Asked): Promise<GateRun> => {
  const { place, state, events } = await readHere(world)
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const run = state.run === undefined ? state : { ...state, run: { ...state.run, embedded: asked.embedded } }
  const news = await isNews(world, place, state, asked)
  const gate = await runGate(
    world,
    { state: run, events, target: place.home, again: 'trysquare gate run' },
    { fresh: asked.fresh, keeping: news ? 'run' : 'look' },
  )
  if (!news) return gate
  const session = await openSession(world, place)
  try {
    await session.transact([{ type: 'gate', result: gate.result }])
  } finally {
    await session.close()
  }
  return gate
}
