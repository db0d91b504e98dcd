import { join } from 'node:path'
import type { TaskId } from '../base/brand.ts'
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
    const hash = inPlace(tasks[id] ?? task.initial)
    if (hash === undefined) continue
    const bytes = await world.files.below(target).bytes(join(target, path))
    const since = bytes === undefined ? 'gone' : contentHash(bytes) === hash ? 'kept' : 'changed'
    found.push({ id, path, since })
  }
  return found
}
