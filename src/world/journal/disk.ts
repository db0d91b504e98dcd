import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { onFile } from '../system-error.ts'

// A repository may come from a stranger: a link in the place of our file must not lead a write out of it.
const noFollow = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

/** Opens a plain file for some work and closes it again, whatever happens. */
export const withFile = <T>(path: string, doing: string, flags: number, work: (fd: number) => T): T =>
  onFile(path, doing, () => {
    const fd = openSync(path, flags | noFollow, 0o644)
    try {
      if (!fstatSync(fd).isFile()) throw new KnownError('TSQ-FILE-CHANGED', { path })
      return work(fd)
    } finally {
      closeSync(fd)
    }
  })

/** Whether anything lies there. A link counts, wherever it leads. */
export const exists = (path: string): boolean =>
  onFile(path, 'reading', () => lstatSync(path, { throwIfNoEntry: false }) !== undefined)

/** The bytes of a plain file; none when there is no file. */
export const bytesOf = (path: string): Buffer =>
  exists(path) ? withFile(path, 'reading', constants.O_RDONLY, fd => readFileSync(fd)) : Buffer.alloc(0)

/** Brings a folder's list of names to the disk, so that a new file is still there after a power cut. */
export const flushFolder = (folder: string): void => {
  // Windows has no way to ask for it, and keeps names in its own journal.
  if (process.platform === 'win32') return
  onFile(folder, 'writing', () => {
    const fd = openSync(folder, constants.O_RDONLY)
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  })
}

/**
 * Level by level and not with the system library's `recursive`: that tries for ever where a file system takes no folders (`/proc`),
 * and answers "missing" on one that is read-only. Answers the first folder that was made.
 */
const makeFolders = (folder: string): string | undefined => {
  try {
    mkdirSync(folder)
    return folder
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return undefined
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    const first = makeFolders(dirname(folder))
    mkdirSync(folder)
    return first ?? folder
  }
}

/** Makes a folder and what leads to it, and brings the new names to the disk. */
export const makeFolder = (path: string): void => {
  const folder = resolve(path)
  const first = onFile(folder, 'making the folder', () => makeFolders(folder))
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) flushFolder(dirname(made))
}

/** Writes all bytes: the system may take fewer than it was given, without a word. */
export const writeAll = (fd: number, bytes: Uint8Array): void => {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done)
}

/** Cuts a file to a length, and flushes it. */
export const cut = (path: string, length: number): void =>
  withFile(path, 'writing', constants.O_WRONLY, fd => {
    ftruncateSync(fd, length)
    fsyncSync(fd)
  })

/** Flushes a file that may have been written by a process that died before it could. */
export const flush = (path: string): void => withFile(path, 'writing', constants.O_RDWR, fd => fsyncSync(fd))
