import { parse } from 'smol-toml'
import { excludes, matchesFile } from '../../../base/globs.ts'
import type { RuffSettings } from '../../../ports/ruff.ts'
import { targetVersion } from '../broken.ts'

/** Ruff's own order of configuration files in a folder. */
export const configurations = ['.ruff.toml', 'ruff.toml', 'pyproject.toml'] as const

/** Settings about paths and the command line, which the WebAssembly build cannot use, and those that we complete. */
const notHandedOver = new Set([
  'isort',
  'per-file-ignores',
  'extend-per-file-ignores',
  'per-file-target-version',
  'exclude',
  'extend-exclude',
  'include',
  'extend-include',
  'force-exclude',
  'respect-gitignore',
  'src',
  'cache-dir',
  'extend',
  'required-version',
  'fix',
  'unsafe-fixes',
  'fix-only',
  'show-fixes',
  'output-format',
])

/** What the embedded build cannot check, said wherever its result is shown. */
export const notCheckedEmbedded =
  'The embedded Ruff sees one text without its path: rules about module and package names (INP001, N999), about `__init__.py` and which docstrings are public (D100–D104), and about where a module lies are not checked.'

type Table = Readonly<Record<string, unknown>>

const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null && !Array.isArray(value)

const table = (value: unknown): Table => (isTable(value) ? value : {})

const strings = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []

const withoutPaths = (settings: Table): Table =>
  Object.fromEntries(Object.entries(settings).filter(([key]) => !notHandedOver.has(key)))

/** A project's Ruff settings, divided into what the embedded build takes and what we apply ourselves. */
export interface StyleSettings {
  readonly settings: RuffSettings
  readonly ignored: (path: string, code: string) => boolean
  readonly excluded: (path: string) => boolean
}

/** Whether a selector such as `D`, `PL`, `S10` or `ALL` covers a code. */
export const covers = (selector: string, code: string): boolean => {
  if (selector === 'ALL') return true
  if (!code.startsWith(selector)) return false
  const letters = /^[A-Z]+/.exec(code)?.[0] ?? ''
  return /\d/.test(selector) || selector === letters || (selector === 'PL' && letters.length === 3)
}

/** Reads the settings of a tree; throws on TOML that cannot be read. */
export const styleSettings = (
  text: (path: string) => string | undefined,
  project: { readonly python: string; readonly package: string },
): StyleSettings => {
  const source = configurations
    .map(path => ({ path, text: text(path) }))
    .find(each => each.text !== undefined && (each.path !== 'pyproject.toml' || /^\s*\[tool\.ruff\b/m.test(each.text)))
  const document = source?.text === undefined ? {} : parse(source.text)
  const ruff = source?.path === 'pyproject.toml' ? table(table(document['tool'])['ruff']) : table(document)
  const lint = table(ruff['lint'])
  const isort = table(lint['isort'] ?? ruff['isort'])
  const perFile = [ruff, lint].flatMap(each =>
    ['per-file-ignores', 'extend-per-file-ignores'].flatMap(key => Object.entries(table(each[key]))),
  )
  const exclude = [...strings(ruff['exclude']), ...strings(ruff['extend-exclude'])]
  return {
    settings: {
      'target-version': targetVersion(project.python),
      ...withoutPaths(ruff),
      lint: {
        ...withoutPaths(lint),
        // Without paths Ruff cannot see which package is the project's own, and would sort its imports among the others.
        isort: {
          ...isort,
          'known-first-party': [...new Set([...strings(isort['known-first-party']), project.package])],
        },
      },
      ...('format' in ruff && { format: withoutPaths(table(ruff['format'])) }),
    },
    ignored: (path, code) =>
      perFile.some(
        ([glob, codes]) => matchesFile(glob, path) && strings(codes).some(selector => covers(selector, code)),
      ),
    excluded: path => exclude.some(glob => excludes(glob, path)),
  }
}
