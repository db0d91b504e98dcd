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

/** The absolute module that a relative import means; undefined when its dots lead out of the package. */
export const resolveRelative = (path: string, level: number, module: string): string | undefined => {
  const own = moduleOf(path)
  if (own === undefined) return undefined
  const packageParts = own === '' ? [] : own.split('.')
  const steps = isPackageFile(path) ? level - 1 : level
  if (steps >= packageParts.length && !(steps === 0)) return undefined
  const base = packageParts.slice(0, packageParts.length - steps)
  if (base.length === 0) return undefined
  return [...base, ...(module === '' ? [] : [module])].join('.')
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
