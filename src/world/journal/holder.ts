import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { onFile } from '../system-error.ts'

/** Who holds a run's lock. Only words and a proof for the holder itself: what excludes others is the lock. */
export interface Holder {
  readonly nonce: string
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly since: string
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' &&
  value !== null &&
  'nonce' in value &&
  typeof value.nonce === 'string' &&
  'pid' in value &&
  typeof value.pid === 'number' &&
  'host' in value &&
  typeof value.host === 'string' &&
  /^[\w.-]{1,255}$/.test(value.host) &&
  'since' in value &&
  typeof value.since === 'string' &&
  /^[\d.:TZ-]{1,40}$/.test(value.since)

/** Writes it as one step, so that nobody ever reads half a holder. */
export const writeHolder = (path: string, holder: Holder): void =>
  onFile(path, 'writing', () => {
    const draft = `${path}.${holder.nonce}`
    try {
      writeFileSync(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx' })
      renameSync(draft, path)
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  })

/** What the file says; undefined when there is none, or none that we could have written. */
export const readHolder = (path: string): Holder | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return isHolder(value) ? value : undefined
  } catch {
    // Missing (the holder is just about to write it) or foreign: there are no words then, and the lock still excludes.
    return undefined
  }
}

/** Takes it away, by the one who holds the lock. */
export const removeHolder = (path: string): void => onFile(path, 'removing', () => rmSync(path, { force: true }))
