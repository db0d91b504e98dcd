import { join } from 'node:path'
import { contentHash } from '../base/hash.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { keepAside } from './set-aside.ts'
import type { World } from './world.ts'

/** Where this machine remembers what it wrote besides the plan's files, by hash. */
export const ownWrites = (world: World, state: CreateState): string =>
  join(world.places.state, 'written', `${state.run?.id ?? 'run'}.txt`)

/**
 * Writes a file of Trysquare's own that is in no plan: a report, the saved answers. What lies there and was not written by
 * Trysquare is a person's, or was changed by one: it is kept elsewhere before, and where is said.
 */
export const writeOwn = async (
  world: World,
  state: CreateState,
  target: string,
  path: string,
  text: string,
): Promise<void> => {
  const files = world.files.below(target)
  const known = ((await world.files.read(ownWrites(world, state), 10_000_000)) ?? '').split('\n')
  const before = await files.bytes(join(target, path))
  const lies = before && contentHash(before)
  const now = contentHash(text)
  if (
    before !== undefined &&
    lies !== undefined &&
    lies !== now &&
    !known.includes(lies) &&
    !state.reports.some(each => each.hash === lies)
  ) {
    const aside = await keepAside(world, state, path, before)
    world.reporter.note(`${path} was not as Trysquare wrote it; as it was, it lies in ${aside}.`)
  }
  // Remembered first: a text that was written and is not remembered would be taken for somebody else's.
  if (!known.includes(now))
    await world.files.write(ownWrites(world, state), [...known.filter(Boolean), now, ''].join('\n'))
  await files.write(join(target, path), text)
}
