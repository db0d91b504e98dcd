import { normalised } from '../python/distribution-name.ts'
import type { Place } from './claim.ts'
import { declaredPackages, type Said } from './declared-packages.ts'
import type { Distribution } from './distributions.ts'
import { isAside } from './roles.ts'
import { inFolder, type View } from './view.ts'

/** A package or a single module that a project consists of. */
export interface Package {
  /** As it is imported, dotted. */
  readonly name: string
  /** In the repository: a folder, or a file. */
  readonly path: string
  /** The folder that imports begin in. */
  readonly root: string
  readonly kind: 'package' | 'namespace' | 'module'
  readonly place: Place
  /** Why it is taken for one. */
  readonly from: string
}

/** Where the packages of one project lie. */
export type Layout = 'src' | 'flat' | 'module' | 'scripts' | 'none'

/** The packages of a project, and how they lie. */
export interface Packages {
  readonly layout: Layout
  readonly packages: readonly Package[]
  /** Where the packaging files say where they lie. */
  readonly said: readonly Said[]
}

interface Tree {
  /** What lies directly in a folder: Python files, and folders that hold some, directly or not. */
  readonly files: (folder: string) => readonly string[]
  readonly folders: (folder: string) => readonly string[]
}

/** The Python files of a view as a tree; made once for all projects. */
export const pythonTree = (view: View): Tree => {
  const files = new Map<string, string[]>()
  const folders = new Map<string, Set<string>>()
  for (const path of view.python.keys()) {
    const parts = path.split('/')
    const name = parts.pop() ?? ''
    const folder = parts.join('/')
    files.set(folder, [...(files.get(folder) ?? []), name])
    for (let depth = parts.length; depth > 0; depth -= 1) {
      const parent = parts.slice(0, depth - 1).join('/')
      const known = folders.get(parent) ?? new Set()
      if (known.has(parts[depth - 1] ?? '')) break
      folders.set(parent, known.add(parts[depth - 1] ?? ''))
    }
  }
  return { files: folder => files.get(folder) ?? [], folders: folder => [...(folders.get(folder) ?? [])].toSorted() }
}

const init = '__init__.py'

const isIdentifier = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)

/** The packages in a folder without `__init__.py`: the first ones below it that have one, or the folder itself. */
const inNamespace = (tree: Tree, root: string, path: string, from: string): readonly Package[] => {
  const name = path.slice(root === '' ? 0 : root.length + 1).replaceAll('/', '.')
  if (tree.files(path).includes(init))
    return [{ name, path, root, kind: 'package', place: { path: `${path}/${init}`, line: 1 }, from }]
  const [first] = tree.files(path)
  if (first !== undefined)
    return [{ name, path, root, kind: 'namespace', place: { path: `${path}/${first}`, line: 1 }, from }]
  return tree
    .folders(path)
    .filter(isIdentifier)
    .flatMap(each => inNamespace(tree, root, `${path}/${each}`, from))
}

const moduleAt = (root: string, path: string, from: string): Package => ({
  name: path.slice(path.lastIndexOf('/') + 1, -'.py'.length),
  path,
  root,
  kind: 'module',
  place: { path, line: 1 },
  from,
})

const endings = /\.(?:egg-info|dist-info|libs|data)$/

/** What lies in a `src` folder, or in one that is named: everything that can be imported. */
const inRoot = (tree: Tree, root: string, from: string): readonly Package[] => [
  ...tree
    .folders(root)
    .filter(each => isIdentifier(each) && !endings.test(each))
    .flatMap(each => inNamespace(tree, root, inFolder(root, each), from)),
  ...tree
    .files(root)
    .filter(each => each !== init && !/^(?:setup|conftest|test_.*|.*_test)\.py$/.test(each))
    .map(each => moduleAt(root, inFolder(root, each), from)),
]

/** The name that a project would be imported by: `google-cloud-storage` → `google_cloud_storage`, or `google/cloud/storage`. */
const isNamedAfter = (name: string | undefined, folder: string): boolean => {
  if (name === undefined) return false
  const own = normalised(name)
  const other = normalised(folder)
  return own === other || own === `python-${other}` || own === `py${other}` || own.startsWith(`${other}-`)
}

/** At the top lie folders of all kinds: packages are those with `__init__.py`, and those that the project is named after. */
const atTop = (tree: Tree, { folder, name }: Distribution): readonly Package[] => {
  const packages = tree
    .folders(folder)
    .filter(each => isIdentifier(each) && (!isAside(each) || normalised(name ?? '') === normalised(each)))
    .filter(each => tree.files(inFolder(folder, each)).includes(init) || isNamedAfter(name, each))
    .flatMap(each => inNamespace(tree, folder, inFolder(folder, each), 'the folder with __init__.py'))
  const module = tree
    .files(folder)
    .find(each => name !== undefined && normalised(each.slice(0, -3)) === normalised(name))
  const single =
    module === undefined
      ? []
      : [moduleAt(folder, inFolder(folder, module), 'the module that the project is named after')]
  return packages.length > 0 ? packages : single
}

const declared = (tree: Tree, { folder }: Distribution, said: Said): readonly Package[] => {
  // The folder itself is no package, whoever names it.
  if (said.path === '') return []
  const path = inFolder(folder, said.path)
  const top = said.path.split('/')
  // What a declared path begins with and is no package is the folder that imports begin in.
  const root = inFolder(
    folder,
    top.length > 1 &&
      !tree.files(inFolder(folder, top[0] ?? '')).includes(init) &&
      /^(?:src|lib|python|source)$/.test(top[0] ?? '')
      ? (top[0] ?? '')
      : '',
  )
  const from = root.endsWith('/') ? root.slice(0, -1) : root
  if (path.endsWith('.py'))
    return tree
      .files(path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')
      .includes(path.slice(path.lastIndexOf('/') + 1))
      ? [moduleAt(from, path, said.from)]
      : []
  return tree.files(path).length > 0 || tree.folders(path).length > 0 ? inNamespace(tree, from, path, said.from) : []
}

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** Of packages that lie in one another only the outermost, each once. */
const outermost = (all: readonly Package[]): readonly Package[] => {
  const once = all.filter((each, index) => all.findIndex(other => other.path === each.path) === index)
  return once.filter(each => !once.some(other => other !== each && isBelow(each.path, other.path)))
}

const layoutOf = (packages: readonly Package[], { folder }: Distribution, hasFiles: boolean): Layout => {
  if (packages.length === 0) return hasFiles ? 'scripts' : 'none'
  if (packages.every(each => each.kind === 'module') && packages.every(each => each.root === folder)) return 'module'
  return packages.some(each => each.root !== folder) ? 'src' : 'flat'
}

/** Finds the packages of a project: where its packaging says so, else in `src`, else at its top. */
export const packagesOf = (tree: Tree, distribution: Distribution): Packages => {
  const { folder } = distribution
  const { roots, paths } = declaredPackages(distribution)
  const named = paths.flatMap(said => declared(tree, distribution, said))
  const inRoots = roots
    .filter(({ path }) => path !== '')
    .flatMap(said => inRoot(tree, inFolder(folder, said.path), said.from))
  const src = inFolder(folder, 'src')
  // A `src` that is itself a package is no folder for packages.
  const inSrc = tree.files(src).includes(init) ? [] : inRoot(tree, src, 'the src folder')
  const found = [...named, ...inRoots]
  const packages = outermost(found.length > 0 ? found : inSrc.length > 0 ? inSrc : atTop(tree, distribution))
  return {
    layout: layoutOf(packages, distribution, tree.files(folder).length > 0),
    packages,
    said: [...roots, ...paths],
  }
}
