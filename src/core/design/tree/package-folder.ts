import type { DrawnTree } from '../world.ts'

/** Where a package's own files go: below `src/` unless a drawn tree keeps the package at the top. */
export const packageFolder = (structure: DrawnTree, packageName: string): string =>
  structure.files.some(path => path.startsWith(`${packageName}/`)) ? packageName : `src/${packageName}`
