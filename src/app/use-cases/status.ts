import { join } from 'node:path'
import { contentHash } from '../../base/hash.ts'
import type { Row } from '../../core/gates/verdict.ts'
import type { Standing } from '../../core/journal/memory.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { type Effect, pending } from '../../core/workflow/create/pending.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { repositoryFiles, treeHash } from '../effects/gate.ts'
import { readReceipt } from '../evidence.ts'
import { lookHere } from '../runs/here.ts'
import { type RunPlace, targetOf } from '../runs/locate.ts'
import type { World } from '../world.ts'

/** Where one is. */
export type Status =
  | { readonly kind: 'nothing'; readonly folder: string; readonly holds: 'nothing' | 'files' | 'python' }
  | {
      readonly kind: 'run'
      readonly place: RunPlace
      readonly target: string | undefined
      readonly state: CreateState
      readonly effect: Effect | undefined
      /** Accepted files that are no longer what was accepted. */
      readonly changed: readonly string[]
      /** How many accepted files were compared. */
      readonly compared: number
      /** The last verdict on exactly the tree that lies there. */
      readonly verdict: GateResult | undefined
      /** Checks of that verdict whose receipt is gone, was changed, or says something else than the history. */
      readonly unproved: readonly string[]
      readonly standing: Standing
      /** The line at which an append that never finished begins. */
      readonly tornLine: number | undefined
      /** The last gate's verdict is about another tree than the one that lies there. */
      readonly stale: boolean
    }

const folderHolds = async (world: World): Promise<'nothing' | 'files' | 'python'> => {
  const names = (await world.files.names(world.host.cwd)) ?? []
  if (names.some(name => name === 'pyproject.toml' || name === 'setup.py' || name.endsWith('.py'))) return 'python'
  return names.some(name => !name.startsWith('.')) ? 'files' : 'nothing'
}

/** A verdict of the history stands on its receipt: without it, or against it, it is only a claim. */
const isProved = async (world: World, target: string, row: Row): Promise<boolean> => {
  if (row.receipt === undefined) return row.outcome === 'SKIPPED'
  const receipt = await readReceipt(world, target, row.receipt)
  if (receipt === undefined || receipt.check !== row.check) return false
  return row.outcome !== 'PASS' || receipt.outcome.unable === undefined
}

/** Where the current folder is in its run. What was once measured is compared with the tree as it is now, never trusted. */
export const statusHere = async (world: World): Promise<Status> => {
  const found = await lookHere(world)
  if (found === undefined) return { kind: 'nothing', folder: world.host.cwd, holds: await folderHolds(world) }
  const { place, state, standing, tornLine } = found
  const target = targetOf(place, state.given.intake?.repository_name)
  const changed: string[] = []
  let compared = 0
  let stale = false
  const unproved: string[] = []
  let verdict: GateResult | undefined
  if (place.kind === 'repository' && target !== undefined) {
    for (const outline of state.plan) {
      const { at, delivered } = taskOf(state, outline.id)
      if (at !== 'done' || delivered === undefined) continue
      const bytes = await world.files.below(target).bytes(join(target, outline.path))
      if (bytes === undefined) changed.push(`${outline.path} (gone)`)
      else if (contentHash(bytes) !== delivered.hash) changed.push(outline.path)
      compared++
    }
    const now = treeHash(await repositoryFiles(world, target))
    verdict = state.gates[now]
    for (const row of verdict?.rows ?? []) if (!(await isProved(world, target, row))) unproved.push(row.check)
    stale = state.gate !== undefined && verdict === undefined
  }
  return {
    kind: 'run',
    place,
    target,
    state,
    effect: pending(state),
    changed,
    compared,
    verdict,
    unproved,
    standing,
    tornLine,
    stale,
  }
}
