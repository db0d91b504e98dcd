/** A file that pytest would collect, by its name. Source: pytest's default `python_files`. */
export const isTestFile = (path: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)

const folders = /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)conftest\.py$/

/** A file that exists for tests: fixtures and helpers too. */
export const isInTests = (path: string): boolean => folders.test(path) || isTestFile(path)

/** A file of the program itself. */
export const isOutsideTests = (path: string): boolean => !isInTests(path)
