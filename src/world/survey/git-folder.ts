import { resolve } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { trackedPaths } from '../../base/git-index.ts'
import { utf8Text } from '../../base/utf8.ts'
import type { Files } from '../../ports/files.ts'

/** What git’s folder shows when it is read as files: git itself is not asked, so none of its settings is heeded. */
export interface GitFolder {
  readonly head: string | undefined
  /** What is tracked, where the index could be read. */
  readonly tracked: ReadonlySet<string> | undefined
  /** The lines of `info/exclude`. */
  readonly exclude: string
}

const largestIndex = 200_000_000
const largestText = 5_000_000

const commit = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/** A file that may be anything: what is no plain file, or cannot be read, says nothing. */
const bytesAt = async (files: Files, path: string, limit: number): Promise<Uint8Array | undefined> => {
  try {
    return await files.bytes(path, limit)
  } catch (error) {
    if (error instanceof KnownError) return undefined
    throw error
  }
}

const textAt = async (files: Files, path: string): Promise<string | undefined> => {
  const bytes = await bytesAt(files, path, largestText)
  return bytes === undefined ? undefined : utf8Text(bytes)
}

/** Where git keeps a working tree’s own files, and where those that worktrees share. */
const foldersOf = async (files: Files, top: string): Promise<readonly [own: string, shared: string]> => {
  const git = resolve(top, '.git')
  const pointer = /^gitdir: (.{1,4000})$/m.exec((await textAt(files, git)) ?? '')?.[1]
  const own = pointer === undefined ? git : resolve(top, pointer.trim())
  const common = (await textAt(files, resolve(own, 'commondir')))?.trim()
  return [own, common === undefined || common === '' ? own : resolve(own, common)]
}

const headOf = async (files: Files, own: string, shared: string): Promise<string | undefined> => {
  const head = (await textAt(files, resolve(own, 'HEAD')))?.trim() ?? ''
  if (commit.test(head)) return head
  const reference = /^ref: (refs\/[\w./-]{1,200})$/.exec(head)?.[1]
  if (reference === undefined || reference.split('/').includes('..')) return undefined
  const loose = (await textAt(files, resolve(shared, reference)))?.trim() ?? ''
  if (commit.test(loose)) return loose
  const packed = (await textAt(files, resolve(shared, 'packed-refs'))) ?? ''
  return packed
    .split('\n')
    .find(line => line.endsWith(` ${reference}`))
    ?.split(' ')[0]
}

/** Reads git’s folder of a working tree; undefined where there is none. */
export const readGitFolder = async (files: Files, top: string): Promise<GitFolder> => {
  const [own, shared] = await foldersOf(files, top)
  const index = await bytesAt(files, resolve(own, 'index'), largestIndex)
  const tracked = index === undefined ? undefined : trackedPaths(index)
  return {
    head: await headOf(files, own, shared),
    tracked: tracked === undefined ? undefined : new Set(tracked),
    exclude: (await textAt(files, resolve(shared, 'info/exclude'))) ?? '',
  }
}
