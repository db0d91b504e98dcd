import { KnownError } from '../../base/errors/known-error.ts'
import { valueHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { type GateRun, repositoryFiles, runGate, treeHash } from '../effects/gate.ts'
import { blameOf, leftBehind } from '../left-behind.ts'
import { unprovedRows } from '../proof.ts'
import { changedReports, writeReports } from '../report/write.ts'
import { readHere } from '../runs/here.ts'
import type { RunPlace } from '../runs/locate.ts'
import { keepMeasured, measuredHere } from '../runs/measured.ts'
import type { World } from '../world.ts'

/** A gate, and what it could not look at because it was never made. */
export interface GateHere extends GateRun {
  /** Planned files that are not there. */
  readonly missing: readonly RepoPath[]
  /** Why it fails over files of earlier plans that were left to a person. */
  readonly left: readonly string[]
}

type Here = Awaited<ReturnType<typeof readHere>>

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
 * The report of a finished run follows what was measured of it; where a person has changed the report, it follows only with a new
 * verdict, and what lay there is kept elsewhere.
 */
const record = async (world: World, here: Here, result: GateResult | undefined): Promise<void> => {
  const { place, events } = here
  const target = place.home
  const now = result ?? here.state.gates[treeHash(await repositoryFiles(world, target))]
  if (here.state.at !== 'finished' || now === undefined) return
  const state = create.apply(here.state, { type: 'gated', result: now })
  const isOurs = (await changedReports(world, target, state.reports)).length === 0
  const reports = result !== undefined || isOurs ? await writeReports(world, { state, events, target }) : state.reports
  const isOther = valueHash(reports) !== valueHash(state.reports)
  if (result === undefined && !isOther) return
  // Of the run's own journal: what was measured since is not counted.
  const ended = events.length - (await measuredHere(world, place)).length
  await keepMeasured(world, place, ended, { result, reports: isOther ? reports : [] })
}

/**
 * Runs every check on the repository as it lies there. Of a finished run's repository a new verdict is kept on this machine, so that
 * status and report speak of the tree as it is; when nothing changed it is a look that leaves no trace.
 */
export const gateHere = async (world: World, asked: Asked): Promise<GateHere> => {
  const here = await readHere(world)
  const { place, state, events } = here
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const run = state.run === undefined ? state : { ...state, run: { ...state.run, embedded: asked.embedded } }
  const news = await isNews(world, place, state, asked)
  const gate = await runGate(
    world,
    { state: run, events, target: place.home, again: 'trysquare gate run' },
    { fresh: asked.fresh, keeping: news ? 'machine' : 'look' },
  )
  await record(world, here, news ? gate.result : undefined)
  const left = await leftBehind(world, place.home, state, gate.findings)
  return {
    ...gate,
    left: left.flatMap(each => blameOf(each) ?? []),
    missing: state.plan.filter(({ id }) => taskOf(state, id).at !== 'done').map(({ path }) => path),
  }
}
