import { homedir } from 'node:os'
import { join } from 'node:path'
import envPaths from 'env-paths'

/** The user's own folders. */
export interface Places {
  /** May be deleted at any time: tools, lock files by content. */
  readonly cache: string
  /** Must be kept: remembered heads, runs that have no folder yet. */
  readonly state: string
}

/** Where this user's cache and state lie, by the conventions of the system (XDG on Linux). */
export const placesOf = (env: Readonly<Record<string, string | undefined>>): Places => {
  const paths = envPaths('trysquare', { suffix: '' })
  const state =
    process.platform === 'linux'
      ? join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'trysquare')
      : join(paths.data, 'state')
  return { cache: paths.cache, state }
}
