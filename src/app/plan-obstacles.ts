import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { foldersAbove } from '../base/repo-path.ts'
import type { World } from './world.ts'

/** What is said of a place where no file of a plan can be made, by the code with which the system's answer comes. */
const obstacles: ReadonlyMap<string, string> = new Map([
  ['TSQ-FILE-CHANGED', 'is neither a file nor missing'],
  ['TSQ-FILE-LINK', 'is a symbolic link'],
])

const refuseAt = async (path: string, at: string, is: ReadonlyMap<string, string>, look: () => Promise<unknown>) => {
  try {
    await look()
  } catch (error) {
    const reason = error instanceof KnownError ? is.get(error.code) : undefined
    // Larger than what is looked at here is a file all the same.
    if (error instanceof KnownError && error.code === 'TSQ-FILE-TOO-LARGE') return
    if (reason === undefined) throw error
    throw new KnownError('TSQ-PLAN-EDIT', {
      path,
      reason: `What lies at ${at} ${reason}.`,
      todo: 'Take it away, or give the new file another path.',
    })
  }
}

/** Refuses to add files where something lies that is no file, or below something that is no folder: they could never be made. */
export const refuseObstacles = async (world: World, target: string, paths: readonly string[]): Promise<void> => {
  const files = world.files.below(target)
  for (const path of paths) {
    for (const folder of foldersAbove(path))
      await refuseAt(path, folder, new Map([...obstacles, ['TSQ-FILE-CHANGED', 'is no folder']]), () =>
        files.names(join(target, folder)),
      )
    await refuseAt(path, path, obstacles, () => files.bytes(join(target, path), 1))
  }
}
