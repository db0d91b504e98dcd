/** The folder that a `src` layout puts packages into. */
const roots = ['src/', '']

/** The dotted name of a source file, or undefined when it is no module: `src/a/b/__init__.py` → `a.b`. */
export const moduleOf = (path: string): string | undefined => {
  if (!/\.pyi?$/.test(path)) return undefined
  const inRoot = path.startsWith('src/') ? path.slice(4) : path
  return inRoot
    .replace(/\.pyi?$/, '')
    .replace(/\/?__init__$/, '')
    .replaceAll('/', '.')
}

/** Whether a file is a package's own. */
export const isPackageFile = (path: string): boolean => /(?:^|\/)__init__\.pyi?$/.test(path)

/** The absolute module that a relative import in a module means; undefined when its dots lead out of the package. */
export const relativeTo = (
  own: { readonly name: string; readonly isPackage: boolean },
  level: number,
  module: string,
): string | undefined => {
  const packageParts = own.name === '' ? [] : own.name.split('.')
  const steps = own.isPackage ? level - 1 : level
  if (steps >= packageParts.length && !(steps === 0)) return undefined
  const base = packageParts.slice(0, packageParts.length - steps)
  if (base.length === 0) return undefined
  return [...base, ...(module === '' ? [] : [module])].join('.')
}

/** The same for a file that is named by its place alone. */
export const resolveRelative = (path: string, level: number, module: string): string | undefined => {
  const name = moduleOf(path)
  return name === undefined ? undefined : relativeTo({ name, isPackage: isPackageFile(path) }, level, module)
}

/**
 * The module that each file of a project is, by the name under which the project imports it: folders around a package that are none
 * are not in it (`backend/app/api.py` is `app.api`, where `backend` has no `__init__.py`). Of two files that would have the same name
 * the second keeps its whole one; a stub gives way to its source.
 */
export const moduleNames = (paths: Iterable<string>): ReadonlyMap<string, string> => {
  const all = [...paths].filter(path => path.endsWith('.py') || path.endsWith('.pyi'))
  const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0))
  const packages = new Set(all.filter(isPackageFile).map(folderOf))
  const outermost = (folder: string): string => (packages.has(folderOf(folder)) ? outermost(folderOf(folder)) : folder)
  /** How the names of a folder's modules begin; thousands of files lie in few folders. */
  const prefixes = new Map<string, string>()
  const prefixOf = (folder: string): string => {
    const known = prefixes.get(folder)
    if (known !== undefined) return known
    const root = packages.has(folder)
      ? folderOf(outermost(folder))
      : folder === 'src' || folder.startsWith('src/')
        ? 'src'
        : ''
    const made = folder.slice(root === '' ? 0 : root.length + 1).replaceAll('/', '.')
    prefixes.set(folder, made)
    return made
  }
  const shortOf = (path: string): string => {
    const folder = folderOf(path)
    const stem = path.slice(folder === '' ? 0 : folder.length + 1, path.lastIndexOf('.'))
    const prefix = prefixOf(folder)
    if (stem === '__init__') return prefix
    return prefix === '' ? stem : `${prefix}.${stem}`
  }
  const names = new Map<string, string>()
  const taken = new Map<string, string>()
  for (const ending of ['.py', '.pyi'])
    for (const path of all) {
      if (!path.endsWith(ending)) continue
      const short = shortOf(path)
      const holder = taken.get(short)
      const name = holder === undefined || holder === path.slice(0, -1) ? short : (moduleOf(path) ?? '')
      if (name === '') continue
      names.set(path, name)
      if (!taken.has(name)) taken.set(name, path)
    }
  return names
}

/** Every dotted name that a tree of paths offers: modules, packages, and folders without `__init__.py` that hold some. */
export const modulesIn = (paths: readonly string[]): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const path of paths) {
    const name = moduleOf(path)
    if (name === undefined || name === '') continue
    const dotted = name.split('.')
    for (let length = 1; length <= dotted.length; length += 1) names.add(dotted.slice(0, length).join('.'))
  }
  return names
}

/** Where a module's source may lie, best first. */
export const placesOf = (module: string): readonly string[] =>
  roots.flatMap(root => [
    `${root}${module.replaceAll('.', '/')}.py`,
    `${root}${module.replaceAll('.', '/')}/__init__.py`,
  ])
