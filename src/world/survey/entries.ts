import { type Dir, type Dirent, opendirSync } from 'node:fs'
import { utf8Text } from '../../base/utf8.ts'
import type { Oddity } from '../../ports/survey.ts'

/** A folder’s entries as bytes: a name need not be text. */
const rawEntries = function* (folder: string): Generator<Dirent<Buffer>> {
  let opened: Dir | undefined
  try {
    // The types of Node know `buffer` only for readdir, which holds a whole folder at once.
    opened = opendirSync(folder, { encoding: 'buffer' as BufferEncoding, bufferSize: 512 })
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync())
      yield entry as unknown as Dirent<Buffer>
  } finally {
    opened?.closeSync()
  }
}

const kindOf = (entry: Dirent<Buffer>): Oddity['what'] | 'file' | 'folder' => {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isFIFO()) return 'pipe'
  return entry.isSocket() ? 'socket' : 'device'
}

/** Names that a terminal or a YAML file could not show as they are. */
const isOdd = (name: string): boolean => /[\p{Cc}\p{Cf}\\]/u.test(name) || !name.isWellFormed()

/** One entry of a folder. */
export interface Entry {
  readonly name: string
  /** `name`: it is called what nothing could show as it is, and is made readable here. */
  readonly kind: ReturnType<typeof kindOf> | 'name'
}

/** The entries of a folder, sorted by name; `count` is told of each, and may stop it. */
export const entriesIn = (folder: string, count: () => void): readonly Entry[] => {
  const found: Entry[] = []
  for (const entry of rawEntries(folder)) {
    count()
    const name = utf8Text(entry.name)
    if (name === undefined || isOdd(name))
      found.push({
        name: Buffer.from(entry.name)
          .toString('latin1')
          .replaceAll(/[\p{Cc}\p{Cf}]/gu, '?'),
        kind: 'name',
      })
    else found.push({ name, kind: kindOf(entry) })
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
