import { join, resolve } from 'node:path'
import { runHere } from '../../../app/runs/here.ts'
import { targetOf } from '../../../app/runs/locate.ts'
import type { World } from '../../../app/world.ts'
import { shellWord } from '../../../base/shell-word.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'

/** The folder of the run's repository, as far as it is known: named, found, or below the current folder. */
export const targetFolder = async (
  world: World,
  state: CreateState,
  out: string | undefined,
): Promise<string | undefined> => {
  const name = state.given.intake?.repository_name
  if (out !== undefined) return resolve(world.host.cwd, out)
  const place = await runHere(world)
  if (place !== undefined && place.journal.runId === state.run?.id) return targetOf(place, name)
  return name === undefined ? undefined : join(world.host.cwd, name)
}

/** The command that goes on with the run. */
export const continuing = async (world: World, state: CreateState, out: string | undefined): Promise<string> => {
  const { cwd } = world.host
  const here = await runHere(world)
  if (here !== undefined && here.journal.runId === state.run?.id) return '`trysquare next`'
  const target = await targetFolder(world, state, out)
  return target === undefined || target === cwd ? '`trysquare next`' : `\`trysquare --in ${shellWord(target)} next\``
}
