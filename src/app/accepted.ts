import { join } from 'node:path'
import type { ContentHash, TaskId } from '../base/brand.ts'
import { contentHash } from '../base/hash.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { inPlace } from '../core/workflow/create/carry.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { task } from '../core/workflow/task/machine.ts'
import type { World } from './world.ts'

/** What became of an accepted file: it is as it was accepted, somebody changed it, or it is no longer there. */
export type Since = 'kept' | 'changed' | 'gone'

/** An accepted file as it lies there now. */
export interface AcceptedFile {
  readonly id: TaskId
  readonly path: RepoPath
  readonly since: Since
}

/** Every accepted file held against the disk: what was accepted is known by its hash, whatever lies there now. */
export const acceptedFiles = async (
  world: World,
  target: string,
  state: CreateState,
): Promise<readonly AcceptedFile[]> => {
  const found: AcceptedFile[] = []
  // While a design is open again, what was accepted before still lies there.
  const { plan, tasks } = state.former ?? state
  for (const { id, path } of plan) {
    const since = await sinceOf(world, target, path, inPlace(tasks[id] ?? task.initial))
    if (since !== undefined) found.push({ id, path, since })
  }
  return found
}

/** What became of one file since it was accepted; undefined when it never was. */
export const sinceAccepted = (
  world: World,
  target: string,
  { plan, tasks }: CreateState,
  id: TaskId,
): Promise<Since | undefined> =>
  sinceOf(world, target, plan.find(each => each.id === id)?.path ?? '', inPlace(tasks[id] ?? task.initial))

/**
 * Files that a person kept as they were found, in the place of what follows from the design, where nothing but their being sound
 * was checked: no interface was asked of them.
 */
export const keptUnchecked = ({ plan, tasks, settledBefore }: CreateState): readonly RepoPath[] =>
  plan
    .filter(({ id, path, maker }) => {
      const own = tasks[id]
      const how = settledBefore.findLast(each => each.path === path)?.how
      const contract = own?.validation?.rows.find(row => row.check === 'contract')
      return (
        how === 'keep' &&
        maker === 'template' &&
        own?.at === 'done' &&
        own.delivered?.doer === 'manual' &&
        contract?.outcome !== 'PASS'
      )
    })
    .map(each => each.path)

/** What is said of such a file. */
export const keptWords = 'kept by you, not checked against the design'

const sinceOf = async (
  world: World,
  target: string,
  path: string,
  accepted: ContentHash | undefined,
): Promise<Since | undefined> => {
  if (accepted === undefined) return undefined
  const bytes = await world.files.below(target).bytes(join(target, path))
  return bytes === undefined ? 'gone' : contentHash(bytes) === accepted ? 'kept' : 'changed'
}
