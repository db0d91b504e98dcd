import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { lstat, mkdtemp, readdir, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { built, leftOut } from '../base/own-files.ts'
import { utf8Text } from '../base/utf8.ts'
import type { Files, WriteOptions } from '../ports/files.ts'
import { flushFolder, makeFolder } from './journal/disk.ts'
import { onFile, systemError } from './system-error.ts'
import { writeWhole } from './whole-file.ts'

/** Text larger than this is not something that a person or an agent wrote. */
const largest = 20_000_000

const onPath = async <T>(path: string, doing: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw systemError(error, path, doing)
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

/**
 * The bytes of a plain file, which has at most so many; undefined where there is none. Read in this thread: a repository is many
 * small files, and each would take four questions to another thread, each longer than the answer.
 */
const contentOf = (path: string, limit: number): Uint8Array | undefined => {
  let opened: number
  try {
    // Not blocking: a pipe at the place of a file would hold whoever opens it for as long as nobody writes.
    opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw systemError(error, path, 'reading')
  }
  try {
    return onFile(path, 'reading', () => {
      const stat = fstatSync(opened)
      if (!stat.isFile()) throw new KnownError('TSQ-FILE-CHANGED', { path })
      if (stat.size > limit) throw new KnownError('TSQ-FILE-TOO-LARGE', { path, bytes: stat.size, limit })
      return readFileSync(opened)
    })
  } finally {
    closeSync(opened)
  }
}

const read = async (path: string, limit = largest): Promise<string | undefined> => {
  const content = contentOf(path, limit)
  if (content === undefined) return undefined
  const text = utf8Text(content)
  if (text === undefined) throw new KnownError('TSQ-FILE-ENCODING', { path })
  return text
}

const write = (
  path: string,
  text: string | Uint8Array,
  options: WriteOptions = {},
  named: (folder: string) => void = flushFolder,
): Promise<void> =>
  onPath(path, 'writing', async () => {
    makeFolder(dirname(path))
    const flushed = options.derived !== true
    await writeWhole(path, text, { mode: options.executable === true ? 0o755 : 0o644, flushed })
    // The new name itself must survive a power cut too.
    if (flushed) named(dirname(path))
  })

const names = async (folder: string): Promise<readonly string[] | undefined> => {
  try {
    return (await readdir(folder)).toSorted()
  } catch (error) {
    if (isMissing(error)) {
      // A file where a folder is wanted is not an empty place.
      const found = await lstat(folder).catch(() => undefined)
      if (found === undefined) return undefined
      throw new KnownError('TSQ-FILE-CHANGED', { path: folder })
    }
    throw systemError(error, folder, 'reading')
  }
}

const walk = async (folder: string, below = ''): Promise<readonly string[]> => {
  const entries = await onPath(folder, 'reading', () => readdir(join(folder, below), { withFileTypes: true }))
  const found: string[] = []
  for (const entry of entries) {
    if (leftOut.has(entry.name)) continue
    if (below === '' && entry.isDirectory() && built.has(entry.name)) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await walk(folder, path)))
    // A link is listed too: what it leads to is not this repository's, but that it is there must be seen.
    else if (entry.isFile() || entry.isSymbolicLink()) found.push(path)
  }
  return below === '' ? found.toSorted() : found
}

const removeCaches = async (folder: string): Promise<void> => {
  for (const entry of await onPath(folder, 'reading', () => readdir(folder, { withFileTypes: true }))) {
    const path = join(folder, entry.name)
    if (!entry.isDirectory()) continue
    if (entry.name === '__pycache__') await onPath(path, 'removing', () => rm(path, { recursive: true, force: true }))
    else if (!leftOut.has(entry.name)) await removeCaches(path)
  }
}

/** The system itself looks whether it is empty: what somebody puts there at that moment stays. */
const removeEmpty = async (folder: string): Promise<boolean> => {
  try {
    await rmdir(folder)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(String(code))) return false
    throw systemError(error, folder, 'removing')
  }
}

/** A file that was being written, with the process that wrote it. */
const unfinished = /^\.tsq-(\d+)-[0-9a-f]{12}\.tmp$/

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Other people's folders, where we never write. */
const foreign = new Set([...leftOut].filter(name => name !== '.trysquare'))

const sweep = async (folder: string): Promise<void> => {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return
    throw systemError(error, folder, 'reading')
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const writer = unfinished.exec(entry.name)?.[1]
    if (entry.isDirectory() && !foreign.has(entry.name)) await sweep(path)
    else if (entry.isFile() && writer !== undefined && !isAlive(Number(writer)))
      await onPath(path, 'removing', () => rm(path, { force: true }))
  }
}

const bytes = async (path: string, limit = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> =>
  contentOf(path, limit)

/** What lies at a place. Asked in this thread: the answer is there sooner than another thread could be told the question. */
const lying = (path: string): Stats | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    // Above it lies something that is no folder, or one that may not be entered: whoever opens it will be told.
    return undefined
  }
}

/** Refuses a link between a folder and a path below it; what is not there yet is no link. */
const refuseLinks = (root: string, path: string): void => {
  const steps = relative(root, path).split(sep).filter(Boolean)
  if (steps[0] === '..') throw new KnownError('TSQ-PATH', { path, reason: 'it leads out of the repository' })
  let at = root
  for (const step of steps) {
    at = join(at, step)
    const found = lying(at)
    if (found === undefined) return
    if (found.isSymbolicLink()) throw new KnownError('TSQ-FILE-LINK', { path: at })
  }
}

const guarded = (root: string, unguarded: Files): Files => ({
  ...unguarded,
  below: inner => guarded(inner, unguarded),
  batch: () => {
    const { files, flush } = unguarded.batch()
    return { files: guarded(root, files), flush }
  },
  read: async (path, limit) => (refuseLinks(root, path), read(path, limit)),
  bytes: async (path, limit) => (refuseLinks(root, path), bytes(path, limit)),
  write: async (path, text, options) => (refuseLinks(root, path), unguarded.write(path, text, options)),
  names: async folder => (refuseLinks(root, folder), names(folder)),
  walk: async folder => (refuseLinks(root, folder), walk(folder)),
  remove: async path => (refuseLinks(root, path), realFiles.remove(path)),
  removeEmpty: async folder => (refuseLinks(root, folder), removeEmpty(folder)),
})

/** Files of the real disk. */
export const realFiles: Files = {
  below: root => guarded(root, realFiles),
  batch: () => {
    const folders = new Set<string>()
    const files: Files = {
      ...realFiles,
      below: root => guarded(root, files),
      write: (path, text, options) => write(path, text, options, folder => folders.add(folder)),
    }
    return {
      files,
      flush: () => {
        for (const folder of folders) flushFolder(folder)
        folders.clear()
      },
    }
  },
  read,
  bytes,
  write: (path, text, options) => write(path, text, options),
  names,
  walk: folder => walk(folder),
  sweep,
  removeCaches,
  removeEmpty,
  remove: path => onPath(path, 'removing', () => rm(path, { recursive: true, force: true })),
  scratch: () => onPath(tmpdir(), 'writing', () => mkdtemp(join(tmpdir(), 'trysquare-'))),
}
