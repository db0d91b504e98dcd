import { below, entriesOf } from '../python/packaging/located.ts'
import type { Correction } from './corrections.ts'
import { settled } from './corrections.ts'
import type { Portrait } from './portrait.ts'
import { fileOf, type Project } from './project.ts'
import { calledExtras, environmentRequirements, hookTools, isForWork, tableRequirements } from './work-requirements.ts'

/** One command that makes a repository’s environment. `{env}` stands for the environment’s folder, `{python}` for the interpreter. */
export interface EnvironmentStep {
  /** Of uv, which is the program of every step. */
  readonly args: readonly string[]
  /** What is tried in its place where it fails. */
  readonly otherwise?: readonly string[]
}

/** How the environment is made, or why it cannot be. */
export type EnvironmentPlan =
  | {
      readonly manager: string
      readonly steps: readonly EnvironmentStep[]
      /** By pip, from what is declared and without the manager’s lock, where the manager itself fails. */
      readonly fallback?: readonly EnvironmentStep[]
      /** What to ask for where a tool that is set up is not brought by anything: as the hooks before a commit have it. */
      readonly tools: Readonly<Record<string, string>>
    }
  | { readonly manager: string; readonly impossible: string }

const venv: EnvironmentStep = { args: ['venv', '--clear', '--python', '{python}', '{env}'] }

const pip = (...args: readonly string[]): readonly string[] => ['pip', 'install', '--python', '{env}', ...args]

/** Extras and groups by the names that people give to what they work with. */
const forWorkOf = (project: Project) => {
  const { main } = project
  const extras = [
    ...entriesOf(below(main.pyproject, 'project', 'optional-dependencies')),
    ...entriesOf(below(main.pyproject, 'tool', 'flit', 'metadata', 'requires-extra')),
    ...entriesOf(below(main.setupCfg, 'options.extras_require')),
    ...entriesOf(below(main.setupPy, 'extras_require')),
  ].map(([name]) => name)
  const groups = entriesOf(below(main.pyproject, 'dependency-groups')).map(([name]) => name)
  const called = new Set(calledExtras(project))
  return {
    extras: extras.filter(each => isForWork(each) || called.has(each)),
    groups: groups.filter(each => isForWork(each)),
  }
}

/** Requirements files of the project’s folder that are for running it, or for working on it. */
const requirementFiles = ({ view, main }: Project): readonly string[] =>
  view.paths
    .filter(path => path.startsWith(main.folder === '' ? '' : `${main.folder}/`))
    .map(path => path.slice(main.folder === '' ? 0 : main.folder.length + 1))
    .filter(path => {
      const [, name] = /^(?:requirements\/)?(?:requirements)?[-_.]?([\w-]*)\.txt$/.exec(path) ?? []
      const isOne =
        /^requirements(?:[-_.][\w-]+)?\.txt$|^[\w-]+[-_]requirements\.txt$|^requirements\/[\w-]+\.txt$/.test(path)
      const word = path.startsWith('requirements/') ? path.slice('requirements/'.length, -4) : (name ?? '')
      return (
        isOne &&
        (word === '' ||
          /^(?:base|main|default|requirements)$/i.test(word) ||
          isForWork(word) ||
          /(?:^|[-_])(?:dev|test|tests|lint|mypy|typing)(?:[-_]|$)/i.test(path.slice(0, -4)))
      )
    })

const byPip = (project: Project): readonly EnvironmentStep[] => {
  const { extras, groups } = forWorkOf(project)
  const files = requirementFiles(project).flatMap(path => ['-r', path])
  const own = project.main.packaged ? ['-e', extras.length === 0 ? '.' : `.[${extras.join(',')}]`] : []
  const named = [...environmentRequirements(project), ...tableRequirements(project)]
  const rest = [...own, ...files, ...groups.flatMap(each => ['--group', each])]
  return [
    venv,
    ...(rest.length === 0 ? [] : [{ args: pip(...rest), ...(own.length > 0 && { otherwise: pip(...own) }) }]),
    ...(named.length === 0 ? [] : [{ args: pip(...named) }]),
  ]
}

/** How the environment of a repository is made with its own manager, as far as that can be had through uv. */
export const environmentPlan = (
  project: Project,
  portrait: Portrait,
  corrections: readonly Correction[],
): EnvironmentPlan => {
  const [manager = 'pip-pyproject'] = settled('manager', portrait.claims, corrections)
  const { view, main } = project
  const tools = hookTools(project)
  const fallback = byPip(project)
  const isLocked = (name: string) => view.has(fileOf(main, name)) || view.has(name)
  switch (manager) {
    case 'uv': {
      const sync = [
        'sync',
        '--no-python-downloads',
        '--python',
        '{python}',
        ...(isLocked('uv.lock') ? ['--frozen'] : []),
      ]
      return { manager, tools, steps: [{ args: [...sync, '--all-groups'], otherwise: sync }] }
    }
    case 'poetry':
      return {
        manager,
        tools,
        fallback,
        steps: [
          venv,
          {
            args: ['tool', 'run', 'poetry', 'install', '--no-interaction', '--all-groups'],
            otherwise: ['tool', 'run', 'poetry', 'install', '--no-interaction'],
          },
        ],
      }
    case 'pdm':
      return {
        manager,
        tools,
        fallback,
        steps: [
          venv,
          { args: ['tool', 'run', 'pdm', 'install', '--dev', ...(isLocked('pdm.lock') ? ['--frozen-lockfile'] : [])] },
        ],
      }
    case 'pipenv':
      return {
        manager,
        tools,
        fallback,
        steps: [
          venv,
          { args: ['tool', 'run', 'pipenv', ...(isLocked('Pipfile.lock') ? ['sync', '--dev'] : ['install', '--dev'])] },
        ],
      }
    case 'conda':
    case 'pixi':
      return {
        manager,
        impossible: `its environment is made by ${manager}, which brings more than Python; Trysquare makes none of those`,
      }
    default:
      return { manager, tools, steps: fallback }
  }
}

/** Variables for the steps: the environment that is meant, and versions that would be asked of git’s tags, which the copy does not have. */
export const environmentVariables = (environment: string): Readonly<Record<string, string>> => ({
  VIRTUAL_ENV: environment,
  UV_PROJECT_ENVIRONMENT: environment,
  UV_NO_PROGRESS: '1',
  NO_COLOR: '1',
  POETRY_VIRTUALENVS_CREATE: 'false',
  PDM_IGNORE_SAVED_PYTHON: '1',
  PDM_CHECK_UPDATE: '0',
  PIPENV_VERBOSITY: '-1',
  SETUPTOOLS_SCM_PRETEND_VERSION: '0.0.0',
  PDM_BUILD_SCM_VERSION: '0.0.0',
  POETRY_DYNAMIC_VERSIONING_BYPASS: '0.0.0',
  VERSIONEER_OVERRIDE: '0.0.0',
})
