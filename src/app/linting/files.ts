import { join, relative, sep } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { excludes } from '../../base/globs.ts'
import { isBelow } from '../reached-files.ts'
import type { World } from '../world.ts'

/** The files of a look, below one folder. */
export interface Chosen {
  /** The project's own folder: what paths are told from. */
  readonly root: string
  /** Relative, with forward slashes, sorted. */
  readonly paths: readonly string[]
  /** Every file of the project, looked at or not. */
  readonly tree: readonly string[]
}

/** Other people's code and what programs wrote: nobody here will change it, so nobody is told of it, unless it is named itself. */
const foreign =
  /(?:^|\/)(?:_?vendor(?:ed)?|third_?party|site-packages|\.tox|\.nox|\.eggs|[^/]+\.egg-info)\/|_pb2(?:_grpc)?\.pyi?$/

/** Files by whose presence a folder is known to be a project's. */
const marks = ['pyproject.toml', 'setup.py', 'setup.cfg', '.git', '.trysquare']

/** The nearest folder, upwards, that is a project's own; the folder itself when none is. */
const rootOf = async (world: World, folder: string): Promise<string> => {
  for (let at = folder; ; at = join(at, '..')) {
    const names = (await world.files.names(at)) ?? []
    if (marks.some(mark => names.includes(mark))) return at
    if (at === join(at, '..')) return folder
  }
}

const slashed = (path: string): string => path.split(sep).join('/')

/** Environments hold a `pyvenv.cfg`, wherever they lie and whatever they are called. */
const environmentsIn = (paths: readonly string[]): readonly string[] =>
  paths.filter(path => path.endsWith('/pyvenv.cfg')).map(path => path.slice(0, -'/pyvenv.cfg'.length))

/**
 * The files that a look is about: those below the named folders, and the named files themselves. What git ignores, environments, what
 * programs wrote and what `exclude` names is left out, unless it is named itself. Throws TSQ-FOLDER for a path that is not there.
 */
export const chosenFiles = async (
  world: World,
  named: readonly string[],
  exclude: (root: string) => Promise<readonly string[]>,
): Promise<Chosen> => {
  const root = await rootOf(world, world.host.cwd)
  const tree = await world.files.walk(root)
  const left = [...(await world.git.ignored(root)), ...environmentsIn(tree)]
  const patterns = await exclude(root)
  const isIn = (path: string): boolean =>
    !isBelow(path, left) && !foreign.test(path) && !patterns.some(pattern => excludes(pattern, path))
  const own = tree.filter(isIn)
  if (named.length === 0) return { root, paths: own, tree: own }
  const there = new Set(tree)
  const paths = named.flatMap((each): readonly string[] => {
    const path = slashed(relative(root, each))
    if (there.has(path)) return [path]
    const below = path === '' ? own : own.filter(one => one.startsWith(`${path}/`))
    if (below.length > 0) return below
    // Wholly ignored, but asked for by its name.
    const ignored = path === '' ? [] : tree.filter(one => one.startsWith(`${path}/`))
    if (ignored.length > 0) return ignored
    throw new KnownError('TSQ-CHECK-PATH', { path: each, root })
  })
  return { root, paths: [...new Set(paths)].toSorted(), tree: own }
}
