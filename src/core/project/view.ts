import { iniSettings } from '../python/packaging/ini.ts'
import { type Located, type Settings } from '../python/packaging/located.ts'
import type { SetupCall } from '../python/packaging/setup-py.ts'
import { tomlSettings } from '../python/packaging/toml.ts'
import type { SourceFacts } from '../python/source-facts.ts'

/** What was read of a repository: paths, the texts of its settings, and what each Python file tells of itself. */
export interface Readings {
  /** Every file of the project, sorted; forward slashes. */
  readonly paths: readonly string[]
  /** The files that {@link isSetting} names. */
  readonly texts: ReadonlyMap<string, string>
  readonly python: ReadonlyMap<string, SourceFacts>
  /** Each setup.py that calls `setup`. */
  readonly setups: ReadonlyMap<string, SetupCall>
}

/** The same, with its settings read. */
export interface View extends Readings {
  readonly has: (path: string) => boolean
  readonly toml: (path: string) => Located | undefined
  readonly ini: (path: string) => Located | undefined
  /** Settings files that are not what their name says. */
  readonly broken: () => readonly { readonly path: string; readonly line: number; readonly why: string }[]
}

const settings = [
  /(?:^|\/)(?:pyproject|hatch|pixi|ruff|\.ruff|rye|pdm|uv|pyrefly|ty)\.toml$/,
  /(?:^|\/)(?:setup\.cfg|tox\.ini|pytest\.ini|\.?mypy\.ini|\.flake8|\.coveragerc|\.?pylintrc|\.isort\.cfg|\.bumpversion\.cfg)$/,
  /(?:^|\/)(?:Pipfile|\.python-version|runtime\.txt|pyrightconfig\.json|Makefile|[Jj]ustfile|\.envrc)$/,
  /(?:^|\/)(?:environment|conda)[\w.-]*\.ya?ml$/,
  /(?:^|\/)(?:requirements[\w.-]*\.(?:txt|in)|requirements\/[\w./-]+\.(?:txt|in))$/,
  /^\.github\/workflows\/[^/]+\.ya?ml$/,
  /^(?:\.gitlab-ci\.yml|\.travis\.yml|azure-pipelines\.yml|appveyor\.yml|\.circleci\/config\.yml|Jenkinsfile|\.cirrus\.yml)$/,
  /(?:^|\/)(?:\.pre-commit-config\.yaml|mkdocs\.yml|mkdocs\.yaml|\.readthedocs\.ya?ml)$/,
  /(?:^|\/)(?:[\w.-]*Dockerfile[\w.-]*|Containerfile)$/,
  /^(?:LICEN[CS]E|COPYING)[\w.-]*$/i,
  /^(?:CHANGELOG|CHANGES|HISTORY|NEWS|release-notes)[\w.-]*$/i,
]

/** Whether a file is one whose text is looked at: everything else counts by its path, or as Python. */
export const isSetting = (path: string): boolean => settings.some(each => each.test(path))

const memo = <V>(make: (path: string) => V): ((path: string) => V) => {
  const kept = new Map<string, V>()
  return path => {
    if (!kept.has(path)) kept.set(path, make(path))
    return kept.get(path) as V
  }
}

/** Makes a view of what was read. */
export const viewOf = (readings: Readings): View => {
  const paths = new Set(readings.paths)
  const broken = new Map<string, { path: string; line: number; why: string }>()
  const reading = (read: (text: string) => Settings) =>
    memo((path: string): Located | undefined => {
      const text = readings.texts.get(path)
      const found = text === undefined ? undefined : read(text)
      if (found === undefined) return undefined
      if ('root' in found) return found.root
      broken.set(path, { path, line: found.line, why: found.broken })
      return undefined
    })
  return {
    ...readings,
    has: path => paths.has(path),
    toml: reading(tomlSettings),
    ini: reading(iniSettings),
    broken: () => [...broken.values()],
  }
}

/** A path below a folder of the repository; the repository itself is ''. */
export const inFolder = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`)

/** The folder that a path lies in; '' at the top. */
export const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '')

/** The first line of a text that holds a word, and what it says; for files that have no better reader. */
export const lineWith = (
  text: string,
  shape: RegExp,
): { readonly line: number; readonly match: RegExpExecArray } | undefined => {
  for (const [index, each] of text.split('\n').entries()) {
    // What nobody wrote by hand is not searched to its end.
    const match = shape.exec(each.slice(0, 500))
    if (match !== null) return { line: index + 1, match }
  }
  return undefined
}
