import { lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { flushFolder } from '../journal/disk.ts'
import { writeWhole } from '../whole-file.ts'

/** Made anew from what counts, or of no meaning to it. */
const notWatched = new Set([
  '.venv',
  'node_modules',
  '__pycache__',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '.hypothesis',
])

/** Of git only what could run something later: everything else is git's own business, and a person may be committing. */
const ofGit = (path: string): boolean => /^\.git\/(?:config|hooks\/)/.test(path)

/** What lies at a path: bytes, where a link leads, or something that is neither file nor folder. */
export type Thing =
  | { readonly is: 'file'; readonly bytes: Buffer; readonly mode: number }
  | { readonly is: 'link'; readonly to: string }
  | { readonly is: 'other' }
export type Lying = ReadonlyMap<string, Thing>

/** Everything below a folder, in memory: a copy on the disk would be as easy to change as the thing itself. */
export const look = async (root: string): Promise<Lying> => {
  const found = new Map<string, Thing>()
  const enter = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name)
      const place = relative(root, path)
      if (notWatched.has(entry.name)) continue
      if (entry.isDirectory()) await enter(path)
      else if (place.startsWith('.git/') && !ofGit(place)) continue
      else if (entry.isSymbolicLink()) found.set(place, { is: 'link', to: await readlink(path) })
      else if (entry.isFile()) {
        const bytes = await readFile(path).catch(() => undefined)
        if (bytes !== undefined) found.set(place, { is: 'file', bytes, mode: (await lstat(path)).mode })
      } else found.set(place, { is: 'other' })
    }
  }
  await enter(root)
  return found
}

const same = (a: Thing | undefined, b: Thing | undefined): boolean => {
  if (a?.is === 'file' && b?.is === 'file') return a.bytes.equals(b.bytes) && a.mode === b.mode
  if (a?.is === 'link' && b?.is === 'link') return a.to === b.to
  return a?.is === b?.is
}

/** The paths that are not as they were. */
export const changed = (before: Lying, after: Lying): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(path => !same(before.get(path), after.get(path))).toSorted()

/** A lock is held on the very file: another one in its place would be nobody's. */
const isLock = (path: string): boolean => path.endsWith('.lock')

/** All or nothing, and on the disk: what is put back may be an acknowledged history, and the machine may stop at any moment. */
const replace = async (path: string, bytes: Buffer, mode: number): Promise<void> => {
  await writeWhole(path, bytes, { mode, exact: true, flushed: true })
  flushFolder(dirname(path))
}

const put = async (path: string, thing: Thing): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  if (thing.is === 'link') await symlink(thing.to, path)
  if (thing.is !== 'file') return
  if (isLock(path)) await writeFile(path, thing.bytes)
  else await replace(path, thing.bytes, thing.mode)
}

/** Puts back what is not as it was. What lay there instead is set aside before: it may be a person's. */
export const putBack = async (root: string, before: Lying, after: Lying, paths: readonly string[], aside: string) => {
  for (const path of paths) {
    const place = join(root, path)
    const [was, is] = [before.get(path), after.get(path)]
    if (is !== undefined && is.is !== 'other') await put(join(aside, path), is)
    if (was?.is !== 'file' || is?.is !== 'file') await rm(place, { recursive: true, force: true })
    if (was !== undefined) await put(place, was)
  }
}

/** How much lies below a folder, in bytes. Links are not followed: one may lead to everything there is. */
export const sizeOf = async (folder: string): Promise<number> => {
  let size = 0
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) size += await sizeOf(path)
    else if (entry.isFile()) size += (await lstat(path).catch(() => undefined))?.size ?? 0
  }
  return size
}
