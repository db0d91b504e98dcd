import { parse } from 'yaml'
import { z } from 'zod'
import { below, entriesOf, type Located, textOf, textsOf } from '../python/packaging/located.ts'
import { fromPoetry } from './detectors/python-range.ts'
import { fileOf, type Project } from './project.ts'
import { inFolder } from './view.ts'

/** Names that people give to what they work with: extras, groups, environments, requirements files. */
export const isForWork = (name: string): boolean =>
  /^(?:all|dev|devel|develop|development|tests?|testing|lint|linting|linters|typing|types|mypy|qa|checks?|ci|local|code[-_]?style)$/i.test(
    name,
  )

/** A requirement that an installer can be given as it stands: no option, no substitution, no place on somebody’s disk. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z0-9][\w.-]*(?:\[[\w,. -]*\])?\s*(?:[<>=!~;@].*)?$/.test(text) && !/[{}]|:\/\//.test(text)

/** What Hatch’s environments for tests and work ask for. */
const ofHatch = ({ view, main }: Project): readonly string[] =>
  [below(main.pyproject, 'tool', 'hatch', 'envs'), below(view.toml(fileOf(main, 'hatch.toml')), 'envs')]
    .flatMap(entriesOf)
    .filter(([name]) => isForWork(name) || /^(?:default|hatch-test|hatch-static-analysis)$/.test(name))
    .flatMap(([, env]) => ['dependencies', 'extra-dependencies'].flatMap(key => textsOf(below(env, key))))
    .flatMap(({ text }) => (isPlain(text) ? [text] : []))

/** What tox installs where tests are run: requirements as they stand, and the files that it reads. What holds for some versions alone is left out. */
const ofTox = ({ view, main }: Project): readonly string[] => {
  const sections = entriesOf(view.ini(fileOf(main, 'tox.ini'))).filter(
    ([name]) => name === 'testenv' || isForWork(name.replace(/^testenv:/, '')),
  )
  return sections
    .filter(([name]) => name.startsWith('testenv'))
    .flatMap(([, section]) => textsOf(below(section, 'deps')))
    .flatMap(({ text }) => {
      const file = /^-r\s*(?:\{toxinidir\}\/)?([\w./-]+)$/.exec(text)?.[1]
      if (file !== undefined) return view.has(inFolder(main.folder, file)) ? ['-r', file] : []
      return isPlain(text) ? [text] : []
    })
}

/** Requirements of Hatch’s and tox’s environments, as an installer takes them. */
export const environmentRequirements = (project: Project): readonly string[] => [...ofHatch(project), ...ofTox(project)]

/** The extras that pipelines, make files and tox install the project with: `pip install -e .[testing,linkify]`. */
export const calledExtras = ({ view }: Project): readonly string[] => [
  ...new Set(
    [...view.texts]
      .filter(([path]) =>
        /^\.github\/workflows\/|(?:^|\/)(?:Makefile|[Jj]ustfile|tox\.ini|\.gitlab-ci\.yml)$/.test(path),
      )
      .flatMap(([, text]) => text.split('\n').filter(line => line.includes('install')))
      .flatMap(line => /["' ]\.\[([\w, .-]{1,200})\]/.exec(line.slice(0, 500))?.[1]?.split(',') ?? [])
      .map(each => each.trim())
      .filter(each => !/^(?:docs?|rtd|publish|release|bench\w*)$/i.test(each)),
  ),
]

const inPoetry = (name: string, node: Located): string | undefined => {
  const version = textOf(node) ?? textOf(below(node, 'version'))
  const extras = textsOf(below(node, 'extras')).map(({ text }) => text)
  // What lies in a repository or on a disk is no requirement with a version; what is optional is nobody’s by itself.
  if (version === undefined || textOf(below(node, 'optional')) === 'true') return undefined
  const range = version === '*' ? '' : (fromPoetry(version) ?? '')
  const text = `${name}${extras.length === 0 ? '' : `[${extras.join(',')}]`}${range}`
  return isPlain(text) ? text : undefined
}

/** What Poetry’s and PDM’s own tables ask for to work on the project, as any installer takes it. */
export const tableRequirements = ({ main }: Project): readonly string[] => {
  const poetry = below(main.pyproject, 'tool', 'poetry')
  const tables = [
    below(poetry, 'dev-dependencies'),
    ...entriesOf(below(poetry, 'group')).map(([, group]) => below(group, 'dependencies')),
  ]
  const pdm = entriesOf(below(main.pyproject, 'tool', 'pdm', 'dev-dependencies')).flatMap(([, list]) => textsOf(list))
  return [
    ...tables.flatMap(entriesOf).flatMap(([name, node]) => inPoetry(name, node) ?? []),
    ...pdm.flatMap(({ text }) => (isPlain(text) ? [text] : [])),
  ]
}

const hooks = z.object({
  repos: z.array(z.object({ repo: z.string(), rev: z.string().optional() }).loose()).optional(),
})

/** Hooks that bring a tool of the same version as their own. */
const mirrors: readonly (readonly [RegExp, string])[] = [
  [/\/ruff-pre-commit$/, 'ruff'],
  [/\/mirrors-mypy$/, 'mypy'],
]

/** The versions of tools that only the hooks before a commit name. */
export const hookTools = ({ view }: Project): Readonly<Record<string, string>> => {
  const text = view.texts.get('.pre-commit-config.yaml')
  if (text === undefined) return {}
  try {
    const read = hooks.safeParse(parse(text, { maxAliasCount: 10 }))
    return Object.fromEntries(
      (read.data?.repos ?? []).flatMap(({ repo, rev = '' }) => {
        const tool = mirrors.find(([shape]) => shape.test(repo.replace(/\.git$/, '')))?.[1]
        const version = /^v?(\d+\.\d+(?:\.\d+)?)$/.exec(rev)?.[1]
        return tool === undefined ? [] : [[tool, version === undefined ? tool : `${tool}==${version}`]]
      }),
    )
  } catch {
    // No YAML: it names nothing.
    return {}
  }
}
