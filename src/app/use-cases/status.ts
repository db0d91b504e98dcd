import { join } from 'node:path'
import type { KnownError } from '../../base/errors/known-error.ts'
import { type GateStanding, gateStanding } from '../../core/gates/standing.ts'
import type { Standing } from '../../core/journal/memory.ts'
import { type Effect, pending } from '../../core/workflow/create/pending.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { acceptedFiles, keptUnchecked } from '../accepted.ts'
import { askedNow } from '../asked-now.ts'
import { repositoryFiles, treeHash } from '../effects/gate.ts'
import { unprovedRows } from '../proof.ts'
import { changedReports } from '../report/write.ts'
import { lookHere } from '../runs/here.ts'
import { type RunPlace, targetOf } from '../runs/locate.ts'
import type { World } from '../world.ts'

/** What a folder without a run holds. */
type Holds = 'nothing' | 'files' | 'python' | 'adopted'

/** Where one is. */
export type Status =
  | { readonly kind: 'nothing'; readonly folder: string; readonly holds: Holds }
  | {
      readonly kind: 'run'
      readonly place: RunPlace
      readonly target: string | undefined
      readonly state: CreateState
      readonly effect: Effect | undefined
      /** What a person is asked, as `trysquare next` says it; undefined where it would go on by itself. */
      readonly needed: KnownError | undefined
      /** Accepted files that are no longer what was accepted. */
      readonly changed: readonly string[]
      /** Files that a person kept, and that nobody held against the design. */
      readonly kept: readonly string[]
      /** How many accepted files were compared. */
      readonly compared: number
      /** The last verdict on exactly the tree that lies there. */
      readonly verdict: GateResult | undefined
      /** Checks of that verdict whose receipt is gone, was changed, or says something else than the history. */
      readonly unproved: readonly string[]
      /** Reports that are no longer what was written when the run ended. */
      readonly reports: readonly string[]
      readonly standing: Standing
      /** The line at which an append that never finished begins. */
      readonly tornLine: number | undefined
      /** Files of the tree that no plan names, where the gate looked at another tree: one of them may be why. */
      readonly unplanned: readonly string[]
      /** Where the tree that lies there stands with the gate that closed the run: while it goes on, none has. */
      readonly gate: GateStanding
    }

const folderHolds = async (world: World): Promise<Holds> => {
  const own = await world.files.below(world.host.cwd).names(join(world.host.cwd, '.trysquare'))
  if (own?.includes('project.yaml') === true) return 'adopted'
  const names = (await world.files.names(world.host.cwd)) ?? []
  if (names.some(name => name === 'pyproject.toml' || name === 'setup.py' || name.endsWith('.py'))) return 'python'
  return names.some(name => !name.startsWith('.')) ? 'files' : 'nothing'
}

/** Where the current folder is in its run. What was once measured is compared with the tree as it is now, never trusted. */
export const statusHere = async (world: World): Promise<Status> => {
  const found = await lookHere(world)
  if (found === undefined) return { kind: 'nothing', folder: world.host.cwd, holds: await folderHolds(world) }
  const { place, state, standing, tornLine } = found
  const target = targetOf(place, state.given.intake?.repository_name)
  const changed: string[] = []
  let compared = 0
  const unproved: string[] = []
  const reports: string[] = []
  const unplanned: string[] = []
  let verdict: GateResult | undefined
  if (place.kind === 'repository' && target !== undefined) {
    const files = await acceptedFiles(world, target, state)
    compared = files.length
    for (const { path, since } of files) if (since !== 'kept') changed.push(since === 'gone' ? `${path} (gone)` : path)
    const repository = await repositoryFiles(world, target, state)
    verdict = state.gates[treeHash(repository)]
    if (verdict === undefined) {
      const planned = new Set<string>(state.plan.map(each => each.path))
      const names = [...repository.texts.keys(), ...repository.others.keys()]
      unplanned.push(...names.filter(name => !planned.has(name)).toSorted())
    }
    unproved.push(...(await unprovedRows(world, target, verdict?.rows ?? [])).map(row => row.check))
    // While a run goes on, what was reported before is about something else.
    if (state.at === 'finished') reports.push(...(await changedReports(world, target, state.reports)))
  }
  const effect = pending(state)
  const closed = state.at === 'finished' && state.gate !== undefined
  return {
    kind: 'run',
    place,
    target,
    state,
    effect,
    needed: await askedNow(world, state, effect),
    changed,
    kept: keptUnchecked(state),
    compared,
    verdict,
    unproved,
    reports,
    unplanned,
    standing,
    tornLine,
    gate: gateStanding(verdict, closed),
  }
}
