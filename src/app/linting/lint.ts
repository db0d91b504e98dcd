import { join } from 'node:path'
import { chunk } from 'es-toolkit/array/chunk'
import { mapAsync } from 'es-toolkit/array/mapAsync'
import { contentHash, valueHash } from '../../base/hash.ts'
import type { Inspected } from '../../core/gates/rules/found.ts'
import type { Kept } from '../../ports/kept.ts'
import type { Pool } from '../../ports/threads.ts'
import type { World } from '../world.ts'
import { lookAt, type Unread, unreadable } from './look-at.ts'
import type { Setup } from './setup.ts'

/** Larger than any source that a person wrote, and than what a rule has to say of a text. */
const largestSource = 5_000_000
const largestText = 1_000_000

/** From so many bytes on, threads are quicker than they cost. */
const manyBytes = 600_000

/** As many bytes as a thread is given at once: little enough that all end together. */
const portion = 400_000

/** More would only need more memory: each has a grammar, a Ruff and its own heap. */
const mostThreads = 4

interface File extends Unread {
  readonly key: string
}

const worker = new URL('./worker.ts', import.meta.url)

const isPython = (path: string): boolean => /\.pyi?$/.test(path)

const portions = (files: readonly File[]): readonly (readonly File[])[] => {
  const all: File[][] = []
  let room = 0
  for (const file of files) {
    if (room < file.bytes.length || all.length === 0) {
      all.push([])
      room = portion
    }
    all.at(-1)?.push(file)
    room -= file.bytes.length
  }
  return all
}

const plain = ({ path, bytes }: File): Unread => ({ path, bytes })

/** Looks at files that are not known yet: a few in this thread, many in several, which stay until `end`. */
const looker = (world: World, setup: Setup) => {
  let pool: Pool<readonly Unread[], readonly Inspected[]> | undefined
  const here = async (files: readonly File[]): Promise<readonly Inspected[]> => {
    const lens = await world.lens(setup)
    const seen: Inspected[] = []
    for (const file of files) seen.push(await lookAt(file, lens))
    return seen
  }
  /** A file that is made to need more memory than a thread has ends that thread, and must not end the look. */
  const run = async (files: readonly File[], at: NonNullable<typeof pool>): Promise<readonly Inspected[]> => {
    try {
      return await at.run(files.map(plain))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) throw error
      const [only, ...more] = files
      if (only !== undefined && more.length === 0)
        return [unreadable(only.path, 'to read it needs more memory than it is given')]
      return (await mapAsync([...files], each => run([each], at), { concurrency: 1 })).flat()
    }
  }
  const beside = async (files: readonly File[], at: NonNullable<typeof pool>): Promise<readonly Inspected[]> =>
    (await Promise.all(portions(files).map(each => run(each, at)))).flat()
  return {
    look: (files: readonly File[]): Promise<readonly Inspected[]> => {
      const bytes = files.reduce((sum, each) => sum + each.bytes.length, 0)
      if (pool === undefined && bytes >= manyBytes && world.threads.cores > 1)
        pool = world.threads.start(worker, setup, Math.min(world.threads.cores, mostThreads))
      return pool === undefined ? here(files) : beside(files, pool)
    },
    end: async () => pool?.end(),
  }
}

const readAll = async (world: World, root: string, paths: readonly string[]) => {
  const files = world.files.below(root)
  const read: Unread[] = []
  const others: Inspected[] = []
  let left = 0
  for (const path of paths) {
    const bytes = await files.bytes(join(root, path)).catch(() => undefined)
    const limit = isPython(path) ? largestSource : largestText
    if (bytes !== undefined && bytes.length <= limit) read.push({ path, bytes })
    else if (isPython(path))
      others.push(
        unreadable(
          path,
          bytes === undefined ? 'it is no ordinary file that may be read' : `it is larger than ${limit / 1_000_000} MB`,
        ),
      )
    else left += 1
  }
  return { read, others, left }
}

/** What came of looking at files. */
export interface Looked {
  readonly files: readonly Inspected[]
  /** How many were known from an earlier look. */
  readonly known: number
  /** Texts that are too large for a rule to say something of. */
  readonly left: number
}

/**
 * Looks at every file with every rule of the setup. What was read off a file is kept by its content, its path, the rules and our own
 * version, so that only what changed is looked at again. Memory follows from what is found, not from how much there is to read.
 */
export const lookAtFiles = async (
  world: World,
  root: string,
  paths: readonly string[],
  setup: Setup,
  kept: Kept,
): Promise<Looked> => {
  const ground = valueHash({ engine: await world.engine(), setup })
  const done = new Map<string, Inspected>()
  const { look, end } = looker(world, setup)
  let known = 0
  let left = 0
  const work = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    const seen = await look(files)
    for (const each of seen) done.set(each.path, each)
    kept.keep(new Map(seen.map((each, index) => [(files[index] as File).key, JSON.stringify(each)])))
  }
  let before: Promise<void> = Promise.resolve()
  try {
    // In parts: while one is looked at the next is read, and never more than two of them lie in memory as bytes.
    for (const part of chunk([...paths], 400)) {
      const { read, others, left: more } = await readAll(world, root, part)
      left += more
      for (const each of others) done.set(each.path, each)
      const files = read.map(
        ({ path, bytes }): File => ({ path, bytes, key: contentHash(`${ground} ${path} ${contentHash(bytes)}`) }),
      )
      const found = kept.find(files.map(each => each.key))
      for (const { path, key } of files) {
        const text = found.get(key)
        if (text !== undefined) done.set(path, JSON.parse(text) as Inspected)
      }
      known += found.size
      await before
      before = work(files.filter(({ key }) => !found.has(key)))
    }
    await before
  } finally {
    await end()
  }
  return { files: paths.flatMap(path => done.get(path) ?? []), known, left }
}
