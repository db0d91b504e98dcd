import { foldersAbove } from '../../base/repo-path.ts'
import type { Import } from './imports.ts'
import { placesOf, resolveRelative } from './modules.ts'

/**
 * Where the sources of an import may lie, the packages that lead there included: `from a.b import c` may mean a name of `a.b` or the
 * module `a.b.c`, and a bare name one that lies beside the file, as it does for tests.
 */
export const placesOfImport = (path: string, { level, module, names }: Import): readonly string[] => {
  const meant = level > 0 ? resolveRelative(path, level, module) : module
  if (meant === undefined) return []
  const modules = [meant, ...names.filter(name => name !== '*').map(name => `${meant}.${name}`)]
  const absolute = modules.flatMap(placesOf)
  const folder = path.split('/').slice(0, -1).join('/')
  const near = level > 0 || folder === '' ? [] : absolute.map(place => `${folder}/${place}`)
  const sources = [...absolute, ...near]
  const packages = sources.flatMap(place => foldersAbove(place).map(above => `${above}/__init__.py`))
  return [...new Set([...sources, ...packages])]
}

/** What pytest shares between all tests of a folder, and loads before them; written in any case, as some systems find it. */
export const isConftest = (path: string): boolean => /(?:^|\/)conftest\.py$/i.test(path)

/** The folder of a conftest.py holds the test file, directly or not. */
export const sharesWith = (conftest: string, test: string): boolean =>
  test.startsWith(conftest.slice(0, conftest.lastIndexOf('/') + 1))
