const special = /[.+^$()|\\]/g

/** Ruff's globs let `*` cross folders, so `tests/*` means everything below `tests`. */
const patternOf = (glob: string): RegExp => {
  const source = glob
    .replaceAll(special, '\\$&')
    .replaceAll(/\*\*\//g, '\u0001')
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.')
    .replaceAll('\u0001', '(?:.*/)?')
    .replaceAll('{', '(?:')
    .replaceAll('}', ')')
    .replaceAll(/,(?![^[]*\])/g, '|')
    .replaceAll('[!', '[^')
  return new RegExp(`^(?:${source})$`)
}

/** Whether a pattern of `per-file-ignores` means a path: by the whole path or by the file's name; `!` turns it round. */
export const matchesFile = (glob: string, path: string): boolean => {
  const negated = glob.startsWith('!')
  const pattern = patternOf(negated ? glob.slice(1) : glob)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (pattern.test(path) || pattern.test(name)) !== negated
}

/** Whether a pattern of `exclude` means a path or one of the folders it lies in. */
export const excludes = (glob: string, path: string): boolean => {
  const pattern = patternOf(glob.replace(/\/$/, ''))
  const steps = path.split('/')
  return steps.some((step, at) => pattern.test(step) || pattern.test(steps.slice(0, at + 1).join('/')))
}
