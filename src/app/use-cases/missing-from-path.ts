import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { World } from '../world.ts'

/** Whether a shell would find a program of that name. */
const isOnPath = async (world: World, program: string): Promise<boolean> => {
  for (const folder of (world.host.env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    if (((await world.files.names(folder).catch(() => undefined)) ?? []).includes(program)) return true
  }
  return false
}

/** Folders of programs that Trysquare names in its hints and that this person's shell does not know: its own, and uv's. */
export const missingFromPath = async (world: World): Promise<readonly string[]> => {
  const own = fileURLToPath(new URL('../../../bin', import.meta.url))
  const manager = /(?<= at )\/.*$/.exec((await world.environments.manager()) ?? '')?.[0]
  return [
    ...((await isOnPath(world, 'trysquare')) ? [] : [own]),
    ...(manager === undefined || (await isOnPath(world, 'uv')) ? [] : [dirname(manager)]),
  ]
}
