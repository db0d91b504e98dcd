import { parse } from 'smol-toml'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Unnamed } from '../../core/gates/finding-id.ts'
import type { CheckRequest } from '../../ports/check.ts'

export type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of a document as a table; what is none is an empty one. */
export const table = (value: unknown): Table => (isTable(value) ? value : {})

/** The texts of a list, or of one text. */
export const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(each => typeof each === 'string')

/** A place where a tool is told to look away. */
export interface Loosening {
  readonly path: RepoPath
  readonly line?: number
  readonly message: string
  readonly fix: string
}

/** The finding about one. */
export const loosened = (check: string, { path, line, message, fix }: Loosening): Unnamed => ({
  check,
  rule: 'loosened',
  path,
  ...(line !== undefined && { line }),
  message,
  severity: 'high',
  confidence: 'high',
  why: 'What a tool is told not to look at shows nothing.',
  fix,
})

/** The `[tool]` table of the project, with the text to find lines in; `undefined` when there is no such file. */
export const toolTable = (
  request: CheckRequest,
): { readonly path: RepoPath; readonly text: string; readonly tool: Table | undefined } | undefined => {
  const found = [...request.files].find(([path]) => path === 'pyproject.toml')
  if (found === undefined) return undefined
  const [path, text] = found
  try {
    return { path, text, tool: table(parse(text)['tool']) }
  } catch {
    return { path, text, tool: undefined }
  }
}

/** Where a settings file cannot be read, nobody can say what it loosens. */
export const unreadable = (path: RepoPath): Loosening => ({
  path,
  message: 'The file is not valid TOML, so it cannot be seen whether it loosens the tools.',
  fix: 'Mend its syntax.',
})

/** The 1-based line of a key below the header of its table, or of the key anywhere when the table is written otherwise. */
export const lineOfKey = (text: string, header: string, key: string): number | undefined => {
  const lines = text.split('\n')
  const names = (line: string) => line.trim().replace(/^["']/, '').startsWith(key)
  const top = lines.findIndex(line => line.replaceAll(/\s/g, '').replace(/^\[\[/, '[').startsWith(`[${header}`))
  const below = top < 0 ? -1 : lines.findIndex((line, at) => at > top && names(line))
  const at = below >= 0 ? below : lines.findIndex(names)
  if (at >= 0) return at + 1
  return top >= 0 ? top + 1 : undefined
}

/** The places of a pattern in the lines of some files. */
export const matchingLines = (
  request: CheckRequest,
  looked: (path: string) => boolean,
  pattern: RegExp,
): readonly { readonly path: RepoPath; readonly line: number }[] =>
  [...request.files]
    .filter(([path]) => looked(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((each, index) => (pattern.test(each) ? [{ path, line: index + 1 }] : [])),
    )

/** Settings files of a tool other than `pyproject.toml`: by name alone, or by a section that they hold. */
export const otherSettings = (
  request: CheckRequest,
  tool: string,
  files: Readonly<Record<string, RegExp | true>>,
): readonly Loosening[] =>
  [...request.files].flatMap(([path, text]) => {
    const wanted = files[path.slice(path.lastIndexOf('/') + 1)]
    if (wanted === undefined || (wanted !== true && !wanted.test(text))) return []
    const line = wanted === true ? 1 : text.slice(0, text.search(wanted)).split('\n').length
    return [
      {
        path,
        line,
        message: `Settings of ${tool} stand here, beside those of pyproject.toml.`,
        fix: `Keep the settings of ${tool} in pyproject.toml, where they are judged.`,
      },
    ]
  })
