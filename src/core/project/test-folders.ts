import { below } from '../python/packaging/located.ts'
import { isTestFile } from '../python/test-file.ts'
import { fileOf, type Project } from './project.ts'

/**
 * Where pytest is to look: nothing where its own settings say it. Else the folders at the top that hold tests, so that what lies beside
 * them, such as benchmarks with needs of their own, is not taken along.
 */
export const testFolders = ({ view, main, roleOf }: Project): readonly string[] => {
  const settings = [
    below(view.ini(fileOf(main, 'pytest.ini')), 'pytest'),
    below(main.pyproject, 'tool', 'pytest', 'ini_options'),
    below(main.pyproject, 'tool', 'pytest'),
    below(view.ini(fileOf(main, 'tox.ini')), 'pytest'),
    below(view.ini(fileOf(main, 'setup.cfg')), 'tool:pytest'),
  ]
  if (settings.some(each => below(each, 'testpaths') !== undefined)) return []
  const start = main.folder === '' ? 0 : main.folder.length + 1
  const tests = [...view.python].filter(
    ([path, facts]) => facts.tests > 0 && isTestFile(path) && roleOf(path) === 'tests' && path.startsWith(main.folder),
  )
  const tops = [...new Set(tests.map(([path]) => path.slice(start).split('/')[0] ?? ''))]
  // A test file at the top itself can only be found by looking through everything.
  return tops.some(each => each.endsWith('.py')) ? [] : tops
}
