import { KnownError } from '../base/errors/known-error.ts'
import type { World } from './world.ts'

/** What may already be in a folder that counts as empty: a repository that was only just made. */
const ownOnly = new Set(['.git', '.trysquare', '.DS_Store'])

/** Refuses a folder that holds somebody's files, before the first question and again before the first write. */
export const refuseLivedIn = async (world: World, folder: string): Promise<void> => {
  const there = ((await world.files.names(folder)) ?? []).filter(name => !ownOnly.has(name))
  if (there.length > 0)
    throw new KnownError('TSQ-FOLDER-LIVED-IN', {
      folder,
      files: there.slice(0, 4),
      more: Math.max(0, there.length - 4),
    })
}
