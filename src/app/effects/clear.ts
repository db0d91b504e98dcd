import { join } from 'node:path'
import { contentHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import type { World } from '../world.ts'

/** Takes away what an earlier plan had made and the present one does not hold; a file that somebody changed since is left to them. */
export const clearLeftovers = async (world: World, state: CreateState, target: string): Promise<CreateCommand> => {
  const files = world.files.below(target)
  const removed: RepoPath[] = []
  const left: RepoPath[] = []
  for (const { path, hash } of state.leftovers) {
    const file = join(target, path)
    const bytes = await files.bytes(file)
    if (bytes === undefined) continue
    if (contentHash(bytes) === hash) {
      await files.remove(file)
      removed.push(path)
    } else left.push(path)
  }
  if (removed.length > 0) world.reporter.note(`No longer in the plan, and removed: ${removed.join(', ')}.`)
  if (left.length > 0)
    world.reporter.note(`No longer in the plan, but changed since it was accepted, so left to you: ${left.join(', ')}.`)
  return { type: 'clear', removed, left }
}
