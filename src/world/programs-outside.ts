import { existsSync } from 'node:fs'
import { delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Host } from '../ports/host.ts'
import type { Processes } from '../ports/processes.ts'

const isBelow = (path: string, folder: string): boolean => {
  const inside = relative(folder, path)
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
}

/** The folders of a PATH that are not the repository’s: an active environment in it, or a `.` in the PATH, would lend it our tools’ names. */
export const pathOutside = (path: string, folder: string): string =>
  path
    .split(delimiter)
    .filter(each => isAbsolute(each) && !isBelow(each, folder))
    .join(delimiter)

const marks = ['.git', 'pyproject.toml', 'setup.py', 'setup.cfg']

/**
 * The outermost repository or project that a folder lies in; undefined where it lies in none. A home folder is none, whatever is kept
 * in it: a person’s own programs lie below it.
 */
const repositoryOf = (cwd: string, home: string): string | undefined => {
  const above: string[] = []
  for (let folder = cwd; ; folder = dirname(folder)) {
    above.push(folder)
    if (dirname(folder) === folder) break
  }
  return above.findLast(folder => !isBelow(home, folder) && marks.some(mark => existsSync(join(folder, mark))))
}

/** Programs that are asked for by name are never looked for in the repository that is worked in. */
export const programsOutside = (processes: Processes, { cwd, home, env }: Host): Processes => {
  const path = env['PATH']
  const repository = repositoryOf(cwd, home)
  if (path === undefined || repository === undefined) return processes
  const outside = pathOutside(path, repository)
  return { run: command => processes.run({ ...command, env: { PATH: outside, ...command.env } }) }
}
