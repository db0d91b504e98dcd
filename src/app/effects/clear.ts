import { join } from 'node:path'
import type { ContentHash } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import { folderOf } from '../../core/design/tree/path-parts.ts'
import type { CreateCommand, CreateState, Leftover } from '../../core/workflow/create/types.ts'
import { setAside } from '../set-aside.ts'
import type { World } from '../world.ts'

/** The hash of what lies at a path; undefined when nothing does. What became a link or a folder is somebody else's doing. */
const liesAt = async (
  world: World,
  target: string,
  path: RepoPath,
): Promise<ContentHash | 'another thing' | undefined> => {
  try {
    const bytes = await world.files.below(target).bytes(join(target, path))
    return bytes && contentHash(bytes)
  } catch (error) {
    if (error instanceof KnownError) return 'another thing'
    throw error
  }
}

/** Whether the very text that the built-in doer made still lies there. Gone already: whoever took it away, it is not left. */
const isAsMade = async (world: World, target: string, { path, hash }: Leftover): Promise<boolean> => {
  const lies = await liesAt(world, target, path)
  return lies === undefined || lies === hash
}

/** Whether a person decided on the very file that lies there, for the path that it has now, and that path was made. */
const isCarriedOver = async (
  world: World,
  target: string,
  { settledBefore, plan, tasks }: CreateState,
  path: RepoPath,
): Promise<boolean> => {
  const decided = settledBefore.filter(each => each.from === path)
  const made = decided.filter(each => plan.some(({ id, path: now }) => now === each.path && tasks[id]?.at === 'done'))
  if (made.length === 0) return false
  const lies = await liesAt(world, target, path)
  return lies !== undefined && made.some(each => each.theirs === lies)
}

/** Takes away the folders that held nothing but what was removed, and compiled Python of it; never one with anything else in it. */
const clearFolders = async (world: World, target: string, removed: readonly RepoPath[]): Promise<void> => {
  const files = world.files.below(target)
  const folders = new Set(removed.map(path => folderOf(path)).filter(folder => folder !== ''))
  for (const start of folders) {
    if ((await files.names(join(target, start)))?.join() === '__pycache__')
      await files.removeCaches(join(target, start))
    let folder = start
    while (folder !== '' && (await files.removeEmpty(join(target, folder)))) folder = folderOf(folder)
  }
}

/**
 * Takes away what the built-in doer had made for an earlier plan and the present one does not hold. What a person gave in or a mind
 * made is theirs, and so is a file that somebody changed since: those are left, and named.
 */
export const clearLeftovers = async (world: World, state: CreateState, target: string): Promise<CreateCommand> => {
  const removed: RepoPath[] = []
  const left: RepoPath[] = []
  for (const leftover of state.leftovers) {
    const { path, theirs } = leftover
    if (await isCarriedOver(world, target, state, path)) {
      await setAside(world, state, target, path)
      await world.files.below(target).remove(join(target, path))
      removed.push(path)
    } else if (theirs || !(await isAsMade(world, target, leftover))) left.push(path)
    else {
      await world.files.below(target).remove(join(target, path))
      removed.push(path)
    }
  }
  await clearFolders(world, target, removed)
  if (removed.length > 0) world.reporter.note(`No longer in the plan, and removed: ${removed.join(', ')}.`)
  if (left.length > 0)
    world.reporter.note(`No longer in the plan, but not Trysquare’s own, so left to you: ${left.join(', ')}.`)
  return { type: 'clear', removed, left }
}
