import type { TaskId } from '../base/brand.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { shellWord } from '../base/shell-word.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { Collision, CreateState } from '../core/workflow/create/types.ts'

/** A planned file that is not settled or not there: what it waits for, and the command with which a person goes on. */
export interface OpenFile {
  readonly path: RepoPath
  /** `waits for your merge`. */
  readonly waits: string
  readonly command: string
}

/** How a decision on a file in the way is given, or given otherwise. */
export const settleWith = (path: RepoPath, how: string): string =>
  `trysquare decide ${shellWord(`collisions.${path}`)} ${how}`

const ofCollision = ({ path, how, bytes }: Collision, id: TaskId): Omit<OpenFile, 'path'> | undefined => {
  if (how === undefined)
    return {
      waits: 'waits for your decision on the file that lies there',
      command: settleWith(path, bytes === true ? 'replace' : 'keep'),
    }
  if (how === 'keep' && bytes === true)
    return { waits: 'is yours, kept as it is and checked by nothing', command: settleWith(path, 'replace') }
  return how === 'merge' ? { waits: 'waits for your merge', command: `trysquare task show ${id}` } : undefined
}

/** What a file that is not accepted waits for. A file that was never begun is not the same as one that a person has to look at. */
export const openFile = (
  state: CreateState,
  { id, path }: { readonly id: TaskId; readonly path: RepoPath },
): OpenFile => {
  const { at } = taskOf(state, id)
  const collision = state.collisions.find(each => each.path === path)
  const stands = collision === undefined || at === 'review' ? undefined : ofCollision(collision, id)
  if (stands !== undefined) return { path, ...stands }
  switch (at) {
    case 'review':
      return { path, waits: 'waits for your review', command: `trysquare task show ${id}` }
    case 'waiting':
      return {
        path,
        waits: 'is not made yet, and waits for a person or an agent',
        command: `trysquare task prompt ${id}`,
      }
    case 'deferred':
      return { path, waits: 'was left open', command: `trysquare task prompt ${id}` }
    case 'aborted':
      return { path, waits: 'was left out for good', command: `trysquare task show ${id}` }
    default:
      return { path, waits: 'is not made yet', command: 'trysquare next' }
  }
}
