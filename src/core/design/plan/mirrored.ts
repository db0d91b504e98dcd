import type { RepoPath } from '../../../base/repo-path.ts'
import { packageFolder } from '../tree/package-folder.ts'
import { baseName, folderOf } from '../tree/path-parts.ts'
import type { Early } from '../world.ts'
import { testedRole } from './tested-role.ts'

/** A file with the role by which others know it, and what it may be called in a drawn tree. */
interface Testing {
  readonly role: string
  readonly path: string
  readonly accepts: (path: RepoPath) => boolean
}

const isProperty = (role: string): boolean => /\.property$|-property-test$/.test(role)

/** Tests of one module lie where it lies in the package, those of properties together; what tests the whole stays where it is. */
const mirroredPath = ({ role, path }: Testing, modules: ReadonlyMap<string, string>, folder: string): string => {
  if (isProperty(role)) return `tests/properties/${baseName(path)}`
  const tested = modules.get(testedRole(role) ?? '')
  if (tested?.startsWith(`${folder}/`) !== true) return path
  return `tests/unit${folderOf(tested).slice(folder.length)}/${baseName(path)}`
}

/**
 * In a project on which others depend for years `tests/` holds a folder for each way to test: one list of files, each named after
 * what it tests, is no longer read once there are hundreds. Where a tree draws them side by side, the drawn path wins.
 */
export const mirrored = <File extends Testing>(
  all: readonly File[],
  { structure, names }: Pick<Early, 'structure' | 'names'>,
): readonly File[] => {
  const folder = packageFolder(structure, names.package)
  const modules = new Map(all.map(each => [each.role, each.path]))
  return all.map(each => {
    const path = each.path.startsWith('tests/') ? mirroredPath(each, modules, folder) : each.path
    return { ...each, path, accepts: (file: RepoPath) => file === path || each.accepts(file) }
  })
}
