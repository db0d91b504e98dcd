import { nameFits, pathFits } from './glob.ts'

/** One line of a `.gitignore`. */
interface Pattern {
  readonly glob: string
  /** It fits the last part of a path, wherever that lies. */
  readonly anywhere: boolean
  readonly negated: boolean
  readonly onlyFolders: boolean
}

/** What one `.gitignore` says of a path below its own folder: ignored, taken back, or nothing. */
export type Ignores = (path: string, isFolder: boolean) => boolean | undefined

/** More lines than this nobody wrote by hand; the last ones count, as git reads them. */
const mostLines = 5000

/** Spaces at the end do not count unless they are escaped. */
const trimmed = (line: string): string => {
  let end = line.length
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end -= 1
  return line.slice(0, end)
}

const patternOf = (raw: string): Pattern | undefined => {
  let line = trimmed(raw.replace(/\r$/, ''))
  if (line === '' || line.startsWith('#')) return undefined
  const negated = line.startsWith('!')
  if (negated) line = line.slice(1)
  if (line.startsWith(String.raw`\#`) || line.startsWith(String.raw`\!`)) line = line.slice(1)
  const onlyFolders = line.endsWith('/')
  if (onlyFolders) line = line.slice(0, -1)
  if (line === '' || line.length > 1000) return undefined
  // With a slash in it, it begins at the file’s own folder; without one, it fits a name at any depth.
  return { glob: line.replace(/^\//, ''), anywhere: !line.includes('/'), negated, onlyFolders }
}

/** Reads a `.gitignore`. Source: gitignore(5). */
export const gitignore = (text: string): Ignores => {
  const patterns = text
    .split('\n')
    .slice(-mostLines)
    .map(patternOf)
    .filter(each => each !== undefined)
    .toReversed()
  return (path, isFolder) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const fits = ({ anywhere, glob }: Pattern): boolean => (anywhere ? nameFits(glob, name) : pathFits(glob, path))
    const found = patterns.find(each => (isFolder || !each.onlyFolders) && fits(each))
    return found === undefined ? undefined : !found.negated
  }
}
