import { KnownError } from '../../base/errors/known-error.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { type GateRun, repositoryFiles, runGate, treeHash } from '../effects/gate.ts'
import { unprovedRows } from '../proof.ts'
import { readHere } from '../runs/here.ts'
import type { RunPlace } from '../runs/locate.ts'
import { keepMeasured } from '../runs/measured.ts'
import type { World } from '../world.ts'

/** A gate, and what it could not look at because it was never made. */
export interface GateHere extends GateRun {
  /** Planned files that are not there. */
  readonly missing: readonly RepoPath[]
}

interface Asked {
  readonly fresh: boolean
  readonly embedded: boolean
}

/** A finished run whose tree was never measured, or with fewer tools than now, or without proof that is left: then there is something to record. */
const isNews = async (world: World, place: RunPlace, state: CreateState, asked: Asked): Promise<boolean> => {
  if (state.at !== 'finished' || state.gate === undefined) return false
  const fewer = asked.embedded && state.run?.embedded !== true
  if (fewer) return false
  const known = state.gates[treeHash(await repositoryFiles(world, place.home))]
  if (known === undefined || (!asked.embedded && known.rows.some(row => row.unable === true))) return true
  return (await unprovedRows(world, place.home, known.rows)).length > 0
}

/**
 * Runs every check on the repository as it lies there. Of a finished run's repository a new verdict is kept on this machine, so that
 * status and report speak of the tree as it is; when nothing changed it is a look that leaves no trace.
 */
export const gateHere = async (world: World, asked: Asked): Promise<GateHere> => {
  const { place, state, events } = await readHere(world)
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const run = state.run === undefined ? state : { ...state, run: { ...state.run, embedded: asked.embedded } }
  const news = await isNews(world, place, state, asked)
  const gate = await runGate(
    world,
    { state: run, events, target: place.home, again: 'trysquare gate run' },
    { fresh: asked.fresh, keeping: news ? 'machine' : 'look' },
  )
  if (news) await keepMeasured(world, place, gate.result)
  return { ...gate, missing: state.plan.filter(({ id }) => taskOf(state, id).at !== 'done').map(({ path }) => path) }
}
