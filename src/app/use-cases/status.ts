import { join } from 'node:path'
import { contentHash } from '../../base/hash.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { type Effect, pending } from '../../core/workflow/create/pending.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { repositoryTree, treeHash } from '../effects/gate.ts'
import { runHere } from '../runs/here.ts'
import { type RunPlace, targetOf } from '../runs/locate.ts'
import { readRun } from '../runs/session.ts'
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
      /** The last gate's verdict is about another tree than the one that lies there. */
      readonly stale: boolean
    }

const folderHolds = async (world: World): Promise<'nothing' | 'files' | 'python'> => {
  const names = (await world.files.names(world.host.cwd)) ?? []
  if (names.some(name => name === 'pyproject.toml' || name === 'setup.py' || name.endsWith('.py'))) return 'python'
  return names.some(name => !name.startsWith('.')) ? 'files' : 'nothing'
}

/** Where the current folder is in its run. What was once measured is compared with the tree as it is now, never trusted. */
export const statusHere = async (world: World): Promise<Status> => {
  const place = await runHere(world)
  if (place === undefined) return { kind: 'nothing', folder: world.host.cwd, holds: await folderHolds(world) }
  const { state } = await readRun(world, place)
  const target = targetOf(place, state.given.intake?.repository_name)
  const changed: string[] = []
  let stale = false
  if (place.kind === 'repository' && target !== undefined) {
    for (const outline of state.plan) {
      const { at, delivered } = taskOf(state, outline.id)
      if (at !== 'done' || delivered === undefined) continue
      const text = await world.files.read(join(target, outline.path))
      if (text === undefined) changed.push(`${outline.path} (gone)`)
      else if (contentHash(text) !== delivered.hash) changed.push(outline.path)
    }
    stale = state.gate !== undefined && treeHash(await repositoryTree(world, target)) !== state.gate.tree
  }
  return { kind: 'run', place, target, state, effect: pending(state), changed, stale }
}
