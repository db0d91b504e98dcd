/** What Python itself would load, or be led by: that is code, however it is found, and never data. */
export const isLoaded = (path: string): boolean => /\.(?:py[a-z]?|so|pth)$/i.test(path)

/** What would tell tools how to judge: only a plan's own settings may. */
export const isToolSettings = (path: string): boolean =>
  /(?:^|\/)(?:\.?(?:pytest|mypy|ruff)\.(?:ini|toml)|tox\.ini|setup\.cfg|pyproject\.toml|\.coveragerc)$/.test(path)
