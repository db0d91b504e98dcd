import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { writeAll } from './journal/disk.ts'

/** The one part that takes long is left to another thread, so that many files reach the disk beside each other. */
const flush = promisify(fsync)

/** How a whole file is written. */
export interface WholeFile {
  readonly mode: number
  /** The mode as it is, whatever the process is set to take away from new files. */
  readonly exact?: boolean
  /** Whether the content is on the disk before it gets its name: a name that points to an unwritten file would survive a power cut. */
  readonly flushed: boolean
}

/** Writes a file all or nothing: what was there stays until the new content takes its name. The folder is there, and not flushed. */
export const writeWhole = async (
  path: string,
  content: string | Uint8Array,
  { mode, exact, flushed }: WholeFile,
): Promise<void> => {
  const fresh = join(dirname(path), `.tsq-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
  try {
    const made = openSync(fresh, 'wx', mode)
    try {
      writeAll(made, typeof content === 'string' ? Buffer.from(content) : content)
      if (exact === true) fchmodSync(made, mode)
      if (flushed) await flush(made)
    } finally {
      closeSync(made)
    }
    renameSync(fresh, path)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
