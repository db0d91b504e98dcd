import type { Import } from '../imports.ts'
import { isPackageFile, moduleOf } from '../modules.ts'

interface FileOfProject {
  readonly path: string
  readonly imports: readonly Import[]
}

/** What the dotted names of a project mean, across its files. */
export interface ProjectNames {
  /** The name by which a project imports a file: `backend/app/api.py` is `app.api` where `backend` is no package. */
  readonly moduleOf: (path: string) => string | undefined
  /** The file of a module, by that name or by its whole path. */
  readonly pathOf: (module: string) => string | undefined
  /** A name as the file that defines it has it: through what packages import from their modules. */
  readonly canonical: (dotted: string) => string
  /** The modules that an import asks for, most exact first: `from a import b` is `a.b` where that is a module, and `a`. */
  readonly asked: (path: string, each: Import) => readonly string[]
}

const deepest = 8

/** How many folders above a file are no packages: what its dotted name does not begin with. */
const outside = (path: string, packages: ReadonlySet<string>): number => {
  const folders = path.split('/').slice(0, -1)
  const first = folders.findIndex((_, index) =>
    folders.slice(index).every((__, more) => packages.has(folders.slice(0, index + more + 1).join('/'))),
  )
  return first === -1 ? folders.length : first
}

/** Works out the names of a project from its files and their imports. */
export const projectNames = (files: readonly FileOfProject[]): ProjectNames => {
  const packages = new Set(
    files.filter(({ path }) => isPackageFile(path)).map(({ path }) => path.replace(/\/[^/]*$/, '')),
  )
  const byPath = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const { path } of files) {
    const whole = moduleOf(path)
    const short = moduleOf(path.split('/').slice(outside(path, packages)).join('/'))
    if (whole === undefined || short === undefined) continue
    // A folder of modules without `__init__.py` is imported by its own name from where it lies.
    const name = packages.size > 0 && packages.has(path.replace(/\/[^/]*$/, '')) ? short : whole
    byPath.set(path, name)
    byName.set(whole, path)
    byName.set(name, path)
  }
  const absolute = (path: string, { module, level }: Import): string | undefined => {
    if (level === 0) return module
    const own = byPath.get(path)
    if (own === undefined) return undefined
    const steps = isPackageFile(path) ? level - 1 : level
    const dotted = own.split('.')
    const base = dotted.slice(0, dotted.length - steps)
    return base.length === 0 && module === '' ? undefined : [...base, ...(module === '' ? [] : [module])].join('.')
  }
  const exported = new Map<string, Map<string, string>>()
  for (const { path, imports } of files) {
    const own = byPath.get(path)
    if (own === undefined) continue
    const names = new Map<string, string>()
    for (const each of imports)
      if (!each.inFunction && each.names.length > 0) {
        const from = absolute(path, each)
        if (from !== undefined && from !== own) for (const name of each.names) names.set(name, `${from}.${name}`)
      }
    exported.set(own, names)
  }
  const known = (dotted: string): readonly [string, string] | undefined => {
    for (let cut = dotted.lastIndexOf('.'); cut > 0; cut = dotted.lastIndexOf('.', cut - 1)) {
      const path = byName.get(dotted.slice(0, cut))
      if (path !== undefined) return [byPath.get(path) ?? dotted.slice(0, cut), dotted.slice(cut + 1)]
    }
    return undefined
  }
  const canonical = (dotted: string, depth = 0): string => {
    const found = depth > deepest ? undefined : known(dotted)
    if (found === undefined) return dotted
    const [module, rest] = found
    const [first = '', ...more] = rest.split('.')
    const target = exported.get(module)?.get(first)
    return target === undefined || target === `${module}.${first}`
      ? `${module}.${rest}`
      : canonical([target, ...more].join('.'), depth + 1)
  }
  return {
    moduleOf: path => byPath.get(path),
    pathOf: module => byName.get(module),
    canonical: dotted => canonical(dotted),
    asked: (path, each) => {
      const from = absolute(path, each)
      if (from === undefined) return []
      return [...each.names.map(name => `${from}.${name}`).filter(name => byName.has(name)), from]
    },
  }
}
