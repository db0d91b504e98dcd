import { below } from '../../python/packaging/located.ts'
import { type Claim, type Contradiction, claim, type Found } from '../claim.ts'
import { fileOf, type Member, type Project } from '../project.ts'
import { requirementsOf } from '../requirements.ts'

/** Where a tool keeps its settings: tables of pyproject.toml, files of its own, sections of files that several share. */
interface Tool {
  readonly name: string
  readonly tables?: readonly string[]
  readonly files?: readonly string[]
  readonly sections?: readonly (readonly [file: string, section: string])[]
}

const tools: readonly Tool[] = [
  { name: 'ruff', tables: ['ruff'], files: ['ruff.toml', '.ruff.toml'] },
  { name: 'black', tables: ['black'] },
  {
    name: 'isort',
    tables: ['isort'],
    files: ['.isort.cfg'],
    sections: [
      ['setup.cfg', 'isort'],
      ['tox.ini', 'isort'],
    ],
  },
  {
    name: 'flake8',
    tables: ['flake8'],
    files: ['.flake8'],
    sections: [
      ['setup.cfg', 'flake8'],
      ['tox.ini', 'flake8'],
    ],
  },
  { name: 'pylint', tables: ['pylint'], files: ['.pylintrc', 'pylintrc'], sections: [['setup.cfg', 'pylint']] },
  { name: 'mypy', tables: ['mypy'], files: ['mypy.ini', '.mypy.ini'], sections: [['setup.cfg', 'mypy']] },
  { name: 'pyright', tables: ['pyright', 'basedpyright'], files: ['pyrightconfig.json'] },
  { name: 'pyrefly', tables: ['pyrefly'], files: ['pyrefly.toml'] },
  { name: 'ty', tables: ['ty'], files: ['ty.toml'] },
  {
    name: 'pytest',
    tables: ['pytest'],
    files: ['pytest.ini'],
    sections: [
      ['setup.cfg', 'tool:pytest'],
      ['tox.ini', 'pytest'],
    ],
  },
  {
    name: 'coverage',
    tables: ['coverage'],
    files: ['.coveragerc'],
    sections: [
      ['setup.cfg', 'coverage:run'],
      ['tox.ini', 'coverage:run'],
    ],
  },
  { name: 'tox', tables: ['tox'], files: ['tox.ini', 'tox.toml'] },
  { name: 'nox', files: ['noxfile.py'] },
  { name: 'bandit', tables: ['bandit'] },
  { name: 'codespell', tables: ['codespell'], sections: [['setup.cfg', 'codespell']] },
  { name: 'towncrier', tables: ['towncrier'] },
  { name: 'commitizen', tables: ['commitizen'] },
  { name: 'semantic-release', tables: ['semantic_release'] },
  { name: 'pre-commit', files: ['.pre-commit-config.yaml'] },
]

/** A tox.ini without a `[tox]` section only lends its name to other tools. */
const isTox = (project: Project, member: Member): boolean =>
  below(project.view.ini(fileOf(member, 'tox.ini')), 'tox') !== undefined ||
  below(project.view.ini(fileOf(member, 'tox.ini')), 'testenv') !== undefined

const claimsOf = (project: Project, member: Member, tool: Tool): readonly Claim[] => {
  const { view } = project
  const inTables = (tool.tables ?? []).flatMap(table => {
    const node = below(member.pyproject, 'tool', table)
    return node === undefined
      ? []
      : [claim('tool', tool.name, `[tool.${table}]`, fileOf(member, 'pyproject.toml'), node.line)]
  })
  const inFiles = (tool.files ?? [])
    .map(name => fileOf(member, name))
    .filter(path => view.has(path) && (tool.name !== 'tox' || !path.endsWith('tox.ini') || isTox(project, member)))
    .map(path => claim('tool', tool.name, 'its own settings file', path))
  const inSections = (tool.sections ?? []).flatMap(([name, section]) => {
    const path = fileOf(member, name)
    const node = below(view.ini(path), section)
    return node === undefined ? [] : [claim('tool', tool.name, `[${section}]`, path, node.line)]
  })
  return [...inTables, ...inFiles, ...inSections]
}

/** Settings in two places: tools read one of them and say nothing of the other. */
const twice = (name: string, claims: readonly Claim[]): readonly Contradiction[] =>
  claims.length < 2
    ? []
    : [
        {
          topic: 'tool',
          said: `${name} has settings in ${claims.length} places, and reads one of them`,
          places: claims.map(each => each.place),
        },
      ]

/** Tools that are asked for and have no settings of their own. */
const required = (project: Project, member: Member, set: ReadonlySet<string>): readonly Claim[] => {
  const needed = requirementsOf(project, member).all
  return tools.flatMap(({ name }) => {
    const found = set.has(name) ? undefined : needed.find(each => each.name === name)
    return found === undefined ? [] : [claim('tool', name, 'a requirement', found.place.path, found.place.line)]
  })
}

/** Tests of `unittest`, where nothing else runs them. */
const unittests = (project: Project, set: ReadonlySet<string>): readonly Claim[] => {
  const found = [...project.view.python].find(([path, facts]) => facts.unittest && project.roleOf(path) === 'tests')
  return found === undefined || set.has('pytest')
    ? []
    : [claim('tool', 'unittest', 'a TestCase, and no pytest', found[0])]
}

/** The tools that a repository sets up or asks for. */
export const detectTools = (project: Project): Found => {
  const { main, members, view } = project
  const top: Member = {
    ...main,
    folder: '',
    ...(view.toml('pyproject.toml') && { pyproject: view.toml('pyproject.toml') as NonNullable<Member['pyproject']> }),
  }
  const places = [main, ...(main.folder === '' ? [] : [top]), ...members.filter(each => each !== main)]
  const found = places.flatMap(member => tools.map(tool => ({ tool, claims: claimsOf(project, member, tool) })))
  const claims = found.flatMap(each => each.claims)
  const withSettings = new Set(claims.map(each => each.value))
  const asked = required(project, main, withSettings)
  return {
    claims: [...claims, ...asked, ...unittests(project, new Set([...withSettings, ...asked.map(each => each.value)]))],
    contradictions: found.flatMap(({ tool, claims: own }) => twice(tool.name, own)),
  }
}
