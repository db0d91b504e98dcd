import { uncheckedFolders } from './repo-path.ts'

/** The names of the files that reports are written to, at a repository's top: never part of what is checked. */
export const isReport = (path: string): boolean => /^GENERATION_REPORT\.\w+$/i.test(path)

/** Names that are never part of a project's own files, wherever they lie. */
export const leftOut: ReadonlySet<string> = new Set([...uncheckedFolders, '.git', '.coverage', '.DS_Store'])

/** Folders that builds leave at a repository's top; deeper down such a name is an ordinary folder. */
export const built: ReadonlySet<string> = new Set(['dist', 'build', 'htmlcov'])

/** Why a file at this path could never be one of a project: nothing would check it, or it is not to be shared; undefined where it can. */
export const neverOwn = (path: string): string | undefined => {
  const [top = '', ...deeper] = path.split('/')
  const name = deeper.at(-1) ?? top
  const folder = path.split('/').find(part => [...leftOut].some(each => each.toLowerCase() === part.toLowerCase()))
  if (folder !== undefined) return `"${folder}" is what tools leave, and is never checked`
  if (deeper.length > 0 && built.has(top.toLowerCase()))
    return `"${top}" at the top is what builds leave, and is never checked`
  if (isReport(path)) return 'a report of Trysquare is written there'
  if (/^\.env(?:\.(?!example$).*)?$/i.test(name))
    return 'it holds the settings and secrets of one machine, and git ignores it'
  if (name.toLowerCase() === 'pyvenv.cfg')
    return 'it marks a virtual environment, and tools leave out what lies beside it'
  if (/\.py[co]$/i.test(name)) return 'it is what Python makes of a source, and is never checked'
  return undefined
}
