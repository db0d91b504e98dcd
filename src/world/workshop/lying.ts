import { chmod, copyFile, lstat, mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { contentHash } from '../../base/hash.ts'

/** Made anew from what counts, or of no meaning to it: too large to keep a copy of. */
const notKept = new Set([
  '.venv',
  'node_modules',
  '__pycache__',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '.hypothesis',
])

/** What lies at a path: a hash of its bytes, or where it leads. */
export type Lying = ReadonlyMap<string, string>

export const look = async (root: string): Promise<Lying> => {
  const found = new Map<string, string>()
  const enter = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (notKept.has(entry.name)) continue
      if (entry.isDirectory()) await enter(path)
      else if (entry.isSymbolicLink()) found.set(relative(root, path), `-> ${await readlink(path)}`)
      else if (entry.isFile()) found.set(relative(root, path), contentHash(await readFile(path)))
      else found.set(relative(root, path), 'neither file nor folder')
    }
  }
  await enter(root)
  return found
}

/** The paths that are not as they were. */
export const changed = (before: Lying, after: Lying): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(path => before.get(path) !== after.get(path)).toSorted()

export const keepCopy = async (root: string, lying: Lying, into: string): Promise<void> => {
  for (const [path, content] of lying) {
    await mkdir(dirname(join(into, path)), { recursive: true })
    if (content.startsWith('-> ')) await symlink(content.slice(3), join(into, path))
    else if (content !== 'neither file nor folder') await copyFile(join(root, path), join(into, path))
  }
}

/** Puts back what is not as it was, bit by bit into the very file where it is still there. */
export const putBack = async (root: string, copy: string, before: Lying, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    const place = join(root, path)
    const was = before.get(path)
    const is = await lstat(place).catch(() => undefined)
    if (was === undefined || is === undefined || !is.isFile()) await rm(place, { recursive: true, force: true })
    if (was === undefined) continue
    await mkdir(dirname(place), { recursive: true })
    if (was.startsWith('-> ')) await symlink(was.slice(3), place)
    else {
      await writeFile(place, await readFile(join(copy, path)))
      await chmod(place, (await lstat(join(copy, path))).mode)
    }
  }
}

export const sizeOf = async (folder: string): Promise<number> => {
  let size = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])) {
    const found = entry.isFile() ? await lstat(join(entry.parentPath, entry.name)).catch(() => undefined) : undefined
    size += found?.size ?? 0
  }
  return size
}
