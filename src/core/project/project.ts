import { type Distribution, distributionsOf } from './distributions.ts'
import { type Packages, packagesOf, pythonTree } from './packages.ts'
import { isVendored, type Role, roleOf } from './roles.ts'
import { inFolder, type View } from './view.ts'

/** One project of the repository, with its packages. */
export interface Member extends Distribution, Packages {}

/** A repository as its files show it: what every detector and every practice looks at. */
export interface Project {
  readonly view: View
  readonly members: readonly Member[]
  /** The project that the repository is about: the one at the top, or the first one. */
  readonly main: Member
  /** The project that a path belongs to: the innermost whose folder holds it. */
  readonly memberOf: (path: string) => Member
  readonly roleOf: (path: string) => Role
  /** Every module that can be imported, dotted, with its file. */
  readonly modules: ReadonlyMap<string, string>
  /** The dotted name of a file, where it is a module. */
  readonly moduleOf: (path: string) => string | undefined
}

const isIn = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`)

const dotted = (path: string): string =>
  path
    .replace(/\.pyi?$/, '')
    .replace(/(?:^|\/)__init__$/, '')
    .replaceAll('/', '.')

/** Puts together what a view shows. */
export const projectOf = (view: View): Project => {
  const tree = pythonTree(view)
  const withPackages = (each: Distribution): Member => ({ ...each, ...packagesOf(tree, each) })
  const [first, ...others] = distributionsOf(view)
  const members = [withPackages(first), ...others.map(withPackages)] as const
  const byDepth = members.toSorted((a, b) => b.folder.length - a.folder.length)
  const main = members.find(each => each.folder === '') ?? members[0]
  const memberOf = (path: string): Member => byDepth.find(each => isIn(path, each.folder)) ?? main
  const packageOf = (path: string) => memberOf(path).packages.find(each => isIn(path, each.path))
  const nameOf = (path: string): string | undefined => {
    const own = packageOf(path)
    if (own !== undefined) return dotted(path.slice(own.root === '' ? 0 : own.root.length + 1))
    const { folder, packaged } = memberOf(path)
    // Without packaging a file is imported from the folder that the program is started in.
    return packaged ? undefined : dotted(path.slice(folder === '' ? 0 : folder.length + 1))
  }
  const modules = new Map<string, string>()
  for (const path of view.python.keys()) {
    const name = nameOf(path)
    if (name !== undefined && name !== '' && !modules.has(name)) modules.set(name, path)
  }
  return {
    view,
    members,
    main,
    memberOf,
    roleOf: path => {
      const { folder } = memberOf(path)
      const own = packageOf(path)
      const inside = roleOf(path.slice(folder === '' ? 0 : folder.length + 1))
      if (own === undefined) return inside
      // Inside a package only its tests, and what was copied in from others, are something else than the program.
      const deeper = path.slice(own.path.length + 1)
      if (isVendored(deeper)) return 'helpers'
      return roleOf(`package/${deeper}`) === 'tests' ? 'tests' : 'source'
    },
    modules,
    moduleOf: nameOf,
  }
}

/** The name of a settings file in a project’s folder. */
export const fileOf = (member: Member, name: string): string => inFolder(member.folder, name)
