/** A file that pytest would collect, by its name. Source: pytest's default `python_files`. */
export const isTestFile = (path: string): boolean => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path)
