import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { type RepoPath, repoPath } from '../base/repo-path.ts'
import { importsOf } from '../core/python/imports.ts'
import { conftestsOf, placesOfImport } from '../core/python/reached.ts'
import { isTestFile } from '../core/python/test-file.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { unreadable } from './effects/gate.ts'
import type { World } from './world.ts'

/** What would tell tools how to judge: only the plan's own settings may. */
const settings = /(?:^|\/)(?:\.?(?:pytest|mypy|ruff)\.(?:ini|toml)|tox\.ini|setup\.cfg|pyproject\.toml|\.coveragerc)$/

const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some(folder => path === folder || path.startsWith(`${folder}/`))

/** The folders of virtual environments, whatever they are called. */
const environmentsIn = (paths: readonly string[]): readonly string[] =>
  paths.filter(path => path.endsWith('/pyvenv.cfg')).map(path => path.slice(0, -'/pyvenv.cfg'.length))

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
  const environments = environmentsIn(there)
  const found = there.flatMap(name => {
    const path = repoPath(name)
    const own = isRefusal(path) || planned.has(path) || moved.has(path) || settings.test(path)
    return own || isBelow(path, environments) ? [] : [path]
  })
  // Most repositories hold nothing else: git is asked only where something is to be told apart.
  const ignored = found.length === 0 ? [] : await world.git.ignored(target)
  return found.filter(path => !isBelow(path, ignored))
}

const textOf = async (
  world: World,
  target: string,
  state: CreateState,
  path: RepoPath,
): Promise<string | undefined> => {
  try {
    const text = await world.files.below(target).read(join(target, path))
    const going = state.leftovers.some(
      each => each.path === path && !each.theirs && text !== undefined && each.hash === contentHash(text),
    )
    return going ? undefined : text
  } catch (error) {
    // What nobody can read as text is nobody's module; the gate says so of it.
    if (error instanceof KnownError && unreadable.has(error.code)) return undefined
    throw error
  }
}

/**
 * What lies in the repository beside the files of the plan and these stand on: the modules that they import, directly or not, what
 * pytest shares between them, and the data in their folders. It is there, so whoever imports it is right; it is nobody's task, and
 * nothing of it is judged here. The gate judges it, as it does all that lies there.
 */
export const besidePlan = async (
  world: World,
  target: string,
  state: CreateState,
  tree: ReadonlyMap<RepoPath, string>,
): Promise<ReadonlyMap<RepoPath, string>> => {
  const open = new Map<string, RepoPath>((await strangers(world, target, state)).map(path => [path, path]))
  const found = new Map<RepoPath, string>()
  if (open.size === 0) return found
  const { grammar } = await world.embedded()
  const take = async (place: string): Promise<RepoPath | undefined> => {
    const path = open.get(place)
    if (path === undefined) return undefined
    open.delete(place)
    const text = await textOf(world, target, state, path)
    if (text === undefined) return undefined
    found.set(path, text)
    return path
  }
  const left = [...tree.keys()].filter(path => path.endsWith('.py'))
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const from = path
    const imports = grammar.parsing(tree.get(path) ?? found.get(path) ?? '', importsOf)
    const places = imports.flatMap(each => placesOfImport(from, each))
    for (const place of [...places, ...(isTestFile(path) ? conftestsOf(path) : [])]) {
      const taken = await take(place)
      if (taken !== undefined) left.push(taken)
    }
  }
  const sources = [...tree.keys(), ...found.keys()].filter(path => path.endsWith('.py') && path.includes('/'))
  const folders = [...new Set(sources.map(path => path.slice(0, path.lastIndexOf('/'))))]
  const data = [...open.keys()].filter(path => !/\.pyi?$/.test(path) && isBelow(path, folders))
  for (const path of data) await take(path)
  return found
}
