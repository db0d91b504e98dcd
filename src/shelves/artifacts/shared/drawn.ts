import type { RepoPath } from '../../../base/repo-path.ts'
import { baseName } from '../../../core/design/tree/path-parts.ts'
import type { DrawnTree } from '../../../core/design/world.ts'

/** A file's name without its ending. */
export const stemOf = (path: string): string => baseName(path).replace(/\.[^.]*$/, '')

/** Whether the path lies in the package's own folder, under `src/` or not. */
export const inPackage = (path: string, packageName: string): boolean =>
  path.startsWith(`src/${packageName}/`) || path.startsWith(`${packageName}/`)

/** Whether a drawn path is a module of the package with one of these names. */
export const isModule = (path: RepoPath, packageName: string, stems: readonly string[]): boolean =>
  inPackage(path, packageName) && path.endsWith('.py') && stems.includes(stemOf(path))

/** Whether a drawn path is the tests of a module with one of these names, apart from the code or beside it. */
export const isTestOf = (path: RepoPath, stems: readonly string[]): boolean =>
  path.endsWith('.py') && stems.some(stem => stemOf(path) === `test_${stem}` || stemOf(path) === `${stem}_test`)

/** The name that the module has in the drawn tree, or the one that it gets. */
export const moduleStem = (
  structure: DrawnTree,
  packageName: string,
  stems: readonly string[],
  otherwise: string,
): string => {
  const drawn = structure.files.find(path => isModule(path, packageName, stems))
  return drawn === undefined ? otherwise : stemOf(drawn)
}

/** Whether a drawn file is the only, or the first, that fits. */
export const isFirst = (path: RepoPath, structure: DrawnTree, fits: (path: RepoPath) => boolean): boolean =>
  fits(path) && structure.files.find(fits) === path

/** Whether the project gets a module with one of these names: a template's tree has every one, a drawn tree what is drawn. */
export const hasModule = (structure: DrawnTree, packageName: string, stems: readonly string[]): boolean =>
  !structure.drawn || structure.files.some(path => isModule(path, packageName, stems))
