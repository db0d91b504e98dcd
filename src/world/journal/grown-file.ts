import { constants, fstatSync, fsyncSync, ftruncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { flushFolder, withFile, writeAll } from './disk.ts'

/** A file that only grows, and of which this process knows the true length. */
export interface GrownFile {
  /** Bytes that count. */
  readonly length: number
  /**
   * Appends and flushes. False when the file is not as it was left: then nothing was written. When it throws, the file
   * is as it was before, or is made so before the next append.
   */
  append(bytes: Uint8Array): boolean
  /** Takes the last append back. */
  undo(): void
}

/** `dirty`: the file may hold more than `length` bytes, left by an append that never finished; they are cut off first. */
export const grownFile = (path: string, from: { readonly length: number; readonly dirty: boolean }): GrownFile => {
  let { length, dirty } = from
  let before = length

  const takeBack = (fd: number): void => {
    dirty = true
    try {
      ftruncateSync(fd, length)
      fsyncSync(fd)
      dirty = false
    } catch {
      // Then it stays dirty, to be cut before the next append; what is told is the error that led here.
    }
  }

  const write = (fd: number, bytes: Uint8Array): boolean => {
    if (dirty) {
      ftruncateSync(fd, length)
      dirty = false
    }
    if (fstatSync(fd).size !== length) return false
    dirty = true
    try {
      writeAll(fd, bytes)
      fsyncSync(fd)
      // A name is on the disk when its folder is: without this, a power cut could take the whole new file.
      if (length === 0) flushFolder(dirname(path))
    } catch (error) {
      takeBack(fd)
      throw error
    }
    dirty = false
    before = length
    length += bytes.length
    return true
  }

  return {
    get length() {
      return length
    },
    append: bytes =>
      withFile(path, 'writing', constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, fd => write(fd, bytes)),
    undo: () => {
      length = before
      withFile(path, 'writing', constants.O_WRONLY, takeBack)
    },
  }
}
