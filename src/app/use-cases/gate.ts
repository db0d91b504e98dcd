import { KnownError } from '../../base/errors/known-error.ts'
import { valueHash } from '../../base/hash.ts'
import type { Receipt } from '../../core/gates/evidence.ts'
import type { Gate } from '../../core/gates/gate.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { inPlace } from '../../core/workflow/create/carry.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { type GateRun, repositoryFiles, runGate, treeHash } from '../effects/gate.ts'
import { keepReceipt } from '../evidence.ts'
import { blameOf, leftBehind } from '../left-behind.ts'
import { type OpenFile, openFile } from '../open-file.ts'
import { unprovedRows } from '../proof.ts'
import { changedReports, writeReports } from '../report/write.ts'
import { readHere } from '../runs/here.ts'
import type { RunPlace } from '../runs/locate.ts'
import { inOrder, keepMeasured, measuredHere } from '../runs/measured.ts'
import { configOf } from '../settings.ts'
import type { World } from '../world.ts'

/** A gate, and what it could not look at because it is not there yet. */
export interface GateHere extends GateRun {
  /** Planned files that were not accepted, each with what it waits for. */
  readonly missing: readonly OpenFile[]
  /** Why it fails over files of earlier plans that were left to a person. */
  readonly left: readonly string[]
}

type Here = Awaited<ReturnType<typeof readHere>>

interface Asked {
  readonly fresh: boolean
  readonly embedded: boolean
  /** A gate of the settings; without it, every check and nothing borne. */
  readonly name?: string
  readonly failFast?: boolean
  /** The revision that the public API is held against. */
  readonly base?: string | undefined
}

const isPartial = ({ rows }: GateResult): boolean => rows.some(row => row.unable === true)

/** Whether a check that ran both times says something else now; what fewer tools say is held against the outcome alone. */
const disagrees = (now: GateResult, known: GateResult): boolean => {
  const fewer = isPartial(now) !== isPartial(known)
  return now.rows.some(row => {
    const then = known.rows.find(each => each.check === row.check)
    if (then === undefined || row.unable === true || then.unable === true) return false
    return row.outcome !== then.outcome || (!fewer && row.reason !== then.reason)
  })
}

/**
 * A finished run whose tree was never measured, or with fewer tools than now, or with another result, or without proof that is
 * left: then there is something to record.
 */
const isNews = async (
  world: World,
  place: RunPlace,
  state: CreateState,
  asked: Asked,
  now: GateResult,
): Promise<boolean> => {
  if (state.at !== 'finished' || state.gate === undefined) return false
  const known = state.gates[now.tree]
  // The same files can pass today and fail tomorrow: what is measured last is what counts.
  if (known !== undefined && disagrees(now, known)) return true
  const fewer = asked.embedded && state.run?.embedded !== true
  if (fewer) return false
  if (known === undefined || (!asked.embedded && isPartial(known))) return true
  return (await unprovedRows(world, place.home, known.rows)).length > 0
}

/**
 * The report of a finished run follows what was measured of it; where a person has changed the report, it follows only with a new
 * verdict, and what lay there is kept elsewhere.
 */
const record = async (world: World, here: Here, result: GateResult | undefined): Promise<void> => {
  const { place, events } = here
  const target = place.home
  const now = result ?? here.state.gates[treeHash(await repositoryFiles(world, target, here.state))]
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

/** A gate of the settings, of which every check is there. Errors: TSQ-UNKNOWN-NAME, TSQ-CONFIG. */
const gateNamed = async (world: World, root: string, name: string): Promise<Gate> => {
  const { gates } = await configOf(world, root)
  const found = gates.find(each => each.name === name)
  if (found === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'gate in .trysquare/config.yaml',
      name,
      known: gates.map(each => each.name),
    })
  const checks = await world.shelves.checks()
  const unknown = found.checks.find(({ check }) => checks.every(each => each.id !== check))
  if (unknown !== undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: `check (gate ${name})`,
      name: unknown.check,
      known: checks.map(each => each.id),
    })
  return found
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
  const known = state.at === 'finished' ? events : inOrder(events, await measuredHere(world, place))
  const receipts: Receipt[] = []
  const base =
    asked.base === undefined
      ? undefined
      : await world.history.filesAt(place.home, asked.base, path => /\.pyi?$/.test(path))
  const named = asked.name === undefined ? undefined : await gateNamed(world, place.home, asked.name)
  const gate = await runGate(
    world,
    { state: run, events: known, target: place.home, again: 'trysquare gate run' },
    {
      fresh: asked.fresh,
      take: receipt => receipts.push(receipt),
      ...(base && { base }),
      failFast: asked.failFast === true,
    },
    named,
  )
  // What differs from another revision, or what a part of the checks says, is no verdict on this tree: it is told, and not kept.
  const isPart = base !== undefined || named !== undefined || asked.failFast === true
  const news = !isPart && (await isNews(world, place, state, asked, gate.result))
  // The proof first: a verdict without it counts for nothing.
  if (news) for (const each of receipts) await keepReceipt(world, place.home, each, 'machine')
  await record(world, here, news ? gate.result : undefined)
  const left = await leftBehind(world, place.home, state, gate.findings)
  return {
    ...gate,
    left: left.flatMap(each => blameOf(each) ?? []),
    missing: state.plan.filter(({ id }) => inPlace(taskOf(state, id)) === undefined).map(each => openFile(state, each)),
  }
}
