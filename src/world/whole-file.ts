import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

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
    const handle = await open(fresh, 'wx', mode)
    try {
      await handle.writeFile(content)
      if (exact === true) await handle.chmod(mode)
      if (flushed) await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
}
