import { randomBytes } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { lstat, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import type { Files } from '../ports/files.ts'
import { systemError } from './system-error.ts'

/** Never part of a project's own files. */
const leftOut = new Set([
  '.git',
  '.trysquare',
  '.venv',
  'node_modules',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.coverage',
  'dist',
  'build',
  'htmlcov',
  '.DS_Store',
])

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

const read = async (path: string, limit = largest): Promise<string | undefined> => {
  let handle: Awaited<ReturnType<typeof open>>
  try {
    handle = await open(path, constants.O_RDONLY)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw systemError(error, path, 'reading')
  }
  try {
    const stat = await onPath(path, 'reading', () => handle.stat())
    if (!stat.isFile()) throw new KnownError('TSQ-FILE-CHANGED', { path })
    if (stat.size > limit) throw new KnownError('TSQ-FILE-TOO-LARGE', { path, bytes: stat.size, limit })
    const bytes = await onPath(path, 'reading', () => handle.readFile())
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    } catch {
      throw new KnownError('TSQ-FILE-ENCODING', { path })
    }
  } finally {
    await handle.close()
  }
}

const makeFolders = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    // On a read-only file system the recursive call answers "missing"; the plain one, level by level, says what is wrong.
    if (!isMissing(error) || dirname(folder) === folder) throw error
    await makeFolders(dirname(folder))
    await mkdir(folder)
  }
}

const write = (path: string, text: string, options: { readonly executable?: boolean } = {}): Promise<void> =>
  onPath(path, 'writing', async () => {
    await makeFolders(dirname(path))
    const fresh = join(dirname(path), `.tsq-${process.pid}-${randomBytes(6).toString('hex')}.tmp`)
    try {
      const handle = await open(fresh, 'wx', options.executable === true ? 0o755 : 0o644)
      try {
        await handle.writeFile(text)
        // Before the rename: a name that points to an unwritten file would survive a power cut.
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(fresh, path)
    } catch (error) {
      await rm(fresh, { force: true })
      throw error
    }
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
    if (leftOut.has(entry.name) || entry.name.endsWith('.egg-info')) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await walk(folder, path)))
    else if (entry.isFile()) found.push(path)
  }
  return below === '' ? found.toSorted() : found
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

/** Files of the real disk. */
export const realFiles: Files = {
  read,
  write,
  names,
  walk: folder => walk(folder),
  sweep,
  remove: path => onPath(path, 'removing', () => rm(path, { recursive: true, force: true })),
  scratch: () => onPath(tmpdir(), 'writing', () => mkdtemp(join(tmpdir(), 'trysquare-'))),
}
