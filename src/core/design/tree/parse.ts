import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../../base/repo-path.ts'

/** The strokes that tree drawings are made of (Unicode and ASCII), bullets and white space, before a name. */
const strokes = /^(?:[\s\u00a0│├└─╰┬|]|\+--+|`--+|\\--+|--|[-*+•]\s)*/u

interface Entry {
  readonly column: number
  readonly name: string
  readonly folder: boolean
  readonly line: number
  readonly text: string
}

const entryOf = (text: string, line: number): Entry | undefined => {
  const column = strokes.exec(text)?.[0].length ?? 0
  const name = text
    .slice(column)
    .replace(/\s+(?:#|<-|←|—|–|\/\/).*$/u, '')
    .trim()
    .replace(/^\.\/(?=.)/, '')
  // `.` is where the listing began: `tree` and `find` print it first.
  if (/^(?:\.\/?)?$/.test(name) || name.startsWith('#') || /^\d+ director(?:y|ies)(?:, \d+ files?)?$/.test(name))
    return undefined
  return { column, name: name.replace(/\/+$/, ''), folder: name.endsWith('/'), line, text: text.trim() }
}

/** The most files that a drawn tree may hold. */
const most = 5000
/** The most characters of one line: no path needs more, and patterns stay fast. */
const longest = 1000

/** Folders that every Python project may have at its top: such a name alone at the top is not the repository's own folder. */
const ordinary = new Set(['src', 'tests', 'docs', 'examples'])

/** Every folder that a path lies in: `a/b/c` lies in `a/b` and in `a`. */
const foldersOf = (path: string): readonly string[] => {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Two names that some systems hold for one: they differ in case, or in how an accent is composed. */
const alike = (path: string): string => path.normalize('NFC').toLowerCase()

/**
 * Reads a directory tree: any drawing (`├──`, `|--`), an indented list, or one path per line (`git ls-files`, `find`). A single folder around
 * everything is taken for the repository itself. Answers the files' paths in the order drawn, or the first line that cannot be
 * read; the line counts from the first line of the text.
 */
export const parseTree = (text: string): readonly RepoPath[] | Refusal => {
  const lines = text.split(/\r?\n/)
  const long = lines.findIndex(each => each.length > longest)
  if (long >= 0)
    return refusal(
      'TSQ-TREE-LINE',
      { text: `${(lines[long] ?? '').slice(0, 40)}…`, reason: `At most ${longest} characters of a line are read.` },
      { line: long + 1 },
    )
  const entries = lines.flatMap((each, index) => entryOf(each, index + 1) ?? [])
  const open: { column: number; path: string }[] = []
  const drawn: { entry: Entry; path: string; isFolder: boolean }[] = []
  entries.forEach((entry, index) => {
    while ((open.at(-1)?.column ?? -1) >= entry.column) open.pop()
    const parent = open.at(-1)
    const path = parent === undefined ? entry.name : `${parent.path}/${entry.name}`
    const next = entries[index + 1]
    const isFolder = entry.folder || (next !== undefined && next.column > entry.column)
    if (isFolder) open.push({ column: entry.column, path })
    drawn.push({ entry, path, isFolder })
  })
  // A listing such as that of `find` names folders like files, on a line before what lies in them.
  const around = new Set(drawn.flatMap(each => foldersOf(each.path)))
  const placed = drawn.map(each => ({ ...each, isFolder: each.isFolder || around.has(each.path) }))
  const [first] = placed
  const root =
    first !== undefined &&
    first.isFolder &&
    !first.path.includes('/') &&
    !ordinary.has(first.path) &&
    placed.length > 1 &&
    placed.slice(1).every(each => each.path.startsWith(`${first.path}/`))
      ? `${first.path}/`
      : ''
  const files: RepoPath[] = []
  const seen = new Map<string, string>()
  const folders = new Map<string, string>()
  for (const { entry, path, isFolder } of root === '' ? placed : placed.slice(1)) {
    const inside = repoPath(path.slice(root.length))
    const bad = (reason: string) => refusal('TSQ-TREE-LINE', { text: entry.text, reason }, { line: entry.line })
    if (isRefusal(inside)) return bad(`${inside.data.reason[0]?.toUpperCase()}${inside.data.reason.slice(1)}.`)
    if (isFolder) continue
    const twin = seen.get(alike(inside))
    if (twin !== undefined)
      return bad(twin === inside ? 'The tree has it twice.' : `On some systems it is the same file as ${twin}.`)
    seen.set(alike(inside), inside)
    for (const folder of foldersOf(inside)) {
      const other = folders.get(alike(folder))
      if (other !== undefined && other !== folder)
        return bad(`On some systems its folder ${folder} is the same as ${other}.`)
      folders.set(alike(folder), folder)
    }
    files.push(inside)
  }
  if (files.length === 0)
    return refusal('TSQ-TREE-LINE', { text: text.trim().slice(0, 40), reason: 'The tree names no file.' })
  if (files.length > most)
    return refusal('TSQ-TREE-LINE', { text: `${files.length} files`, reason: `At most ${most} files are read.` })
  const below = files.find(file => folders.has(alike(file)))
  if (below !== undefined)
    return refusal('TSQ-TREE-LINE', { text: below, reason: 'It is drawn as a file and as a folder.' })
  return files
}
