import { type Branded } from './brand.ts'
import { type Refusal, refusal } from './refusal.ts'

/** A path inside a repository: relative, with forward slashes, no `.` or `..`, safe on the three systems. */
export type RepoPath = Branded<'RepoPath'>

/** Names that Windows keeps for devices, with or without an ending. Source: learn.microsoft.com, "Naming Files, Paths, and Namespaces". */
const devices = new Set([
  'con',
  'prn',
  'aux',
  'nul',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap(n => [`com${n}`, `lpt${n}`]),
])

/** Folders of tools and of Trysquare itself: nothing in them is part of a project, or checked as one. */
export const uncheckedFolders: ReadonlySet<string> = new Set([
  '.trysquare',
  '.venv',
  'node_modules',
  '__pycache__',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.hypothesis',
])

const complaint = (segment: string): string | undefined => {
  if (segment === '') return 'it has an empty part'
  if (segment === '.' || segment === '..') return `it has the part "${segment}"`
  if (uncheckedFolders.has(segment.toLowerCase())) return `"${segment}" is a folder that is never checked`
  if (/^(?:\.git|git~\d)$/i.test(segment)) return 'it points into git’s own folder'
  // Invisible characters too: some systems ignore them, so that `.g\u200bit` would be git’s own folder.
  if (/[\p{Cc}\p{Cf}<>:"|?*\\]/u.test(segment) || !segment.isWellFormed())
    return 'it has a character that a file name cannot carry everywhere'
  if (/[. ]$/.test(segment) || segment.startsWith(' ')) return 'a part begins or ends with a space, or ends with a dot'
  if (devices.has((segment.split('.')[0] ?? '').toLowerCase())) return `"${segment}" is a device name on Windows`
  if (Buffer.byteLength(segment) > 200) return 'a part is longer than 200 bytes'
  return undefined
}

/** The text as a path inside the repository, or the refusal `TSQ-PATH` with the reason. */
export const repoPath = (text: string): RepoPath | Refusal<'TSQ-PATH'> => {
  if (text.startsWith('/') || /^[A-Za-z]:/.test(text))
    return refusal('TSQ-PATH', { path: text, reason: 'it is absolute' })
  const reason = text
    .split('/')
    .map(complaint)
    .find(found => found !== undefined)
  if (reason !== undefined) return refusal('TSQ-PATH', { path: text, reason })
  if (text.length > 400) return refusal('TSQ-PATH', { path: text, reason: 'it is longer than 400 characters' })
  return text as RepoPath
}

/** The same for a text that our own code wrote: a refusal here is a bug, and thrown as one. */
export const ownPath = (text: string): RepoPath => {
  const path = repoPath(text)
  if (typeof path !== 'string') throw new Error(`not a path in a repository: ${text} (${path.data.reason})`)
  return path
}

/** The folders that a path lies in, the outermost first; none at the top. */
export const foldersAbove = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
