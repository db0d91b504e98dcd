const parts = (path: string): readonly string[] => path.split('/')

/** A file under a folder of that name, wherever the tree’s root was drawn. */
export const isUnder = (path: string, folder: string): boolean => parts(path).slice(0, -1).includes(folder)

/** A file of tests: in a `tests` folder, or named as pytest looks for them. */
export const isTest = (path: string): boolean =>
  /(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(path) || (isUnder(path, 'tests') && /(^|\/)conftest\.py$/.test(path))

/** A Python module that holds code of the package: no test, example, documentation page or empty package marker. */
export const isModule = (path: string): boolean =>
  path.endsWith('.py') &&
  !isTest(path) &&
  !['tests', 'examples', 'docs', 'scripts'].some(folder => isUnder(path, folder)) &&
  parts(path).at(-1) !== '__init__.py'
