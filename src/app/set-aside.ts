import { join } from 'node:path'
import { contentHash } from '../base/hash.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import type { World } from './world.ts'

/** The folder in which this machine keeps what had to make room: outside of every repository. */
export const asideFolder = (world: Pick<World, 'places'>): string => join(world.places.state, 'set-aside')

/** Keeps what is about to be written over, by its content, so that nothing kept before is written over either. Answers where. */
export const keepAside = async (
  world: World,
  state: CreateState,
  path: string,
  content: string | Uint8Array,
): Promise<string> => {
  const aside = join(asideFolder(world), state.run?.id ?? 'run', contentHash(content).slice(0, 12), path)
  await world.files.write(aside, content)
  return aside
}

/** Keeps a file of the repository that may be written over or taken away, because somebody decided so, and says where. */
export const setAside = async (world: World, state: CreateState, target: string, path: string): Promise<void> => {
  const bytes = (await world.files.below(target).bytes(join(target, path))) ?? new Uint8Array()
  world.reporter.note(`${path} as it was lies in ${await keepAside(world, state, path, bytes)}.`)
}
