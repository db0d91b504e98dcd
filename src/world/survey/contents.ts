import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ContentHash } from '../../base/brand.ts'
import type { Survey } from '../../ports/survey.ts'
import { systemError } from '../system-error.ts'

const chunk = Buffer.alloc(1 << 20)

/** The hash of a plain file, read piece by piece; undefined where it is none any more. */
const hashOf = (path: string): ContentHash | undefined => {
  let opened: number
  try {
    opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW)
  } catch {
    return undefined
  }
  try {
    if (!fstatSync(opened).isFile()) return undefined
    const hash = createHash('sha256')
    for (let read = readSync(opened, chunk); read > 0; read = readSync(opened, chunk))
      hash.update(chunk.subarray(0, read))
    return hash.digest('hex') as ContentHash
  } finally {
    closeSync(opened)
  }
}

const copy = (from: string, to: string): void => {
  try {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  } catch (error) {
    throw systemError(error, to, 'copying')
  }
}

/** Hashes the files of a survey, and copies them where they are wanted. */
export const contentsOf = async (
  folder: string,
  survey: Survey,
  to?: string,
): Promise<ReadonlyMap<string, ContentHash>> => {
  const found = new Map<string, ContentHash>()
  for (const [index, path] of survey.paths.entries()) {
    const hash = hashOf(join(folder, path))
    if (hash !== undefined) {
      found.set(path, hash)
      if (to !== undefined) copy(join(folder, path), join(to, path))
    }
    if (index % 500 === 499) await setImmediate()
  }
  if (to !== undefined)
    for (const { path } of survey.oddities.filter(each => each.what === 'link')) {
      mkdirSync(dirname(join(to, path)), { recursive: true })
      symlinkSync(readlinkSync(join(folder, path)), join(to, path))
    }
  return found
}
