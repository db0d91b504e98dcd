import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { type RepoPath, repoPath } from '../base/repo-path.ts'
import { utf8Text } from '../base/utf8.ts'
import { isLoaded, isToolSettings } from '../core/python/leading.ts'
import { isConftest, placesOfImport } from '../core/python/reached.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { environmentsIn, importsWithin, isBelow } from './reached-files.ts'
import type { World } from './world.ts'

/** What lies beside the files of a plan, and what of it takes part when one of them is checked. */
export interface Beside {
  readonly texts: ReadonlyMap<RepoPath, string>
  /** Data that is no text: tests read it, no check looks into it. */
  readonly bytes: ReadonlyMap<RepoPath, Uint8Array>
  /** A conftest.py decides what a test's result is: one that nobody reviewed never takes part. */
  readonly conftests: readonly RepoPath[]
  /** Data that is more than a check lays out. */
  readonly tooLarge: readonly RepoPath[]
}

/** Bytes that one file of data may have, and all of them together. */
const largest = { each: 20_000_000, all: 100_000_000 }

/**
 * The repository's files that no plan names: neither what git ignores, nor an environment, nor what an earlier plan had and what is
 * going to be taken away, or has moved.
 */
const strangers = async (world: World, target: string, state: CreateState): Promise<readonly RepoPath[]> => {
  const files = world.files.below(target)
  if ((await files.names(target)) === undefined) return []
  const planned = new Set<string>(state.plan.map(each => each.path))
  const moved = new Set([...state.collisions, ...state.settledBefore].flatMap(({ from }) => from ?? []))
  const there = await files.walk(target)
  const environments = environmentsIn(there, planned)
  const found = there.flatMap(name => {
    const path = repoPath(name)
    const own = isRefusal(path) || planned.has(path) || moved.has(path) || isToolSettings(path)
    return own || isBelow(path, environments) ? [] : [path]
  })
  // Most repositories hold nothing else: git is asked only where something is to be told apart.
  const ignored = found.length === 0 ? [] : await world.git.ignored(target)
  return found.filter(path => !isBelow(path, ignored))
}

/** The bytes of a file that stays; undefined where it is not there, is no plain file, or is an earlier plan's and going away. */
const bytesOf = async (
  world: World,
  target: string,
  { leftovers }: CreateState,
  path: RepoPath,
  limit: number,
): Promise<Uint8Array | 'too large' | undefined> => {
  try {
    const bytes = await world.files.below(target).bytes(join(target, path), limit)
    const hash = bytes && contentHash(bytes)
    return leftovers.some(each => each.path === path && !each.theirs && each.hash === hash) ? undefined : bytes
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    if (error.code === 'TSQ-FILE-TOO-LARGE') return 'too large'
    // A link or a pipe is nobody's file; the gate says so of it.
    if (error.code === 'TSQ-FILE-LINK' || error.code === 'TSQ-FILE-CHANGED') return undefined
    throw error
  }
}

/**
 * What lies in the repository beside the files of the plan and these stand on: the modules that they import, directly or not, and
 * the data in their folders. It is there, so whoever imports it is right; it is nobody's task, and nothing of it is judged here.
 * The gate judges it, as it does all that lies there.
 */
export const besidePlan = async (
  world: World,
  target: string,
  state: CreateState,
  tree: ReadonlyMap<RepoPath, string>,
): Promise<Beside> => {
  const found = await strangers(world, target, state)
  const conftests = found.filter(isConftest)
  const open = new Map<string, RepoPath>(found.filter(path => !isConftest(path)).map(path => [path, path]))
  const texts = new Map<RepoPath, string>()
  const bytes = new Map<RepoPath, Uint8Array>()
  const tooLarge: RepoPath[] = []
  if (open.size === 0) return { texts, bytes, conftests, tooLarge }
  const { grammar } = await world.embedded()
  let left = largest.all
  const take = async (path: RepoPath): Promise<void> => {
    open.delete(path)
    const content = await bytesOf(world, target, state, path, Math.min(largest.each, left))
    if (content === 'too large') tooLarge.push(path)
    if (content === undefined || content === 'too large') return
    left -= content.length
    const text = utf8Text(content)
    if (text !== undefined) texts.set(path, text)
    // Python that is not UTF-8 is nobody's module; the gate says so of it.
    else if (!isLoaded(path)) bytes.set(path, content)
  }
  const sources = [...tree.keys()].filter(path => path.endsWith('.py'))
  for (let path = sources.pop(); path !== undefined; path = sources.pop()) {
    const from = path
    const imports = importsWithin(grammar, tree.get(from) ?? texts.get(from) ?? '')
    for (const place of imports.flatMap(each => placesOfImport(from, each))) {
      const there = open.get(place)
      if (there === undefined) continue
      await take(there)
      if (texts.has(there)) sources.push(there)
    }
  }
  const modules = [...tree.keys(), ...texts.keys()].filter(path => path.endsWith('.py') && path.includes('/'))
  const folders = [...new Set(modules.map(path => path.slice(0, path.lastIndexOf('/'))))]
  for (const path of [...open.values()].filter(each => !isLoaded(each) && isBelow(each, folders))) await take(path)
  return { texts, bytes, conftests, tooLarge }
}
