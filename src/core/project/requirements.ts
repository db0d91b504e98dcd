import { normalised } from '../python/distribution-name.ts'
import { below, entriesOf, type Located, textsOf } from '../python/packaging/located.ts'
import type { Place } from './claim.ts'
import { fileOf, type Member, type Project } from './project.ts'

/** A distribution that a project says it needs. */
export interface Requirement {
  /** As PEP 503 compares it. */
  readonly name: string
  /** For whoever installs it, or for whoever works on it. */
  readonly whose: 'users' | 'developers'
  readonly place: Place
}

/** What a project needs, and whether that could be read whole. */
export interface Requirements {
  readonly all: readonly Requirement[]
  /** Why there may be more: something of it is worked out when it is installed. */
  readonly open: readonly string[]
}

type Whose = Requirement['whose']

const inList = (node: Located | undefined, path: string, whose: Whose): readonly Requirement[] =>
  textsOf(node)
    .flatMap(({ text, line }) => text.split('\n').map((each, index) => ({ text: each, line: line + index })))
    .flatMap(({ text, line }) => {
      const name = normalised(text.trim())
      return name === '' || text.trim().startsWith('#') ? [] : [{ name, whose, place: { path, line } }]
    })

/** Poetry and Pipenv have a table of names. */
const inTable = (node: Located | undefined, path: string, whose: Whose): readonly Requirement[] =>
  entriesOf(node)
    .filter(([name]) => name !== 'python')
    .map(([name, { line }]) => ({ name: normalised(name), whose, place: { path, line } }))

const ofPyproject = (root: Located, path: string): readonly Requirement[] => {
  const poetry = below(root, 'tool', 'poetry')
  return [
    ...inList(below(root, 'project', 'dependencies'), path, 'users'),
    ...entriesOf(below(root, 'project', 'optional-dependencies')).flatMap(([, node]) => inList(node, path, 'users')),
    ...entriesOf(below(root, 'dependency-groups')).flatMap(([, node]) => inList(node, path, 'developers')),
    ...inTable(below(poetry, 'dependencies'), path, 'users'),
    ...inTable(below(poetry, 'dev-dependencies'), path, 'developers'),
    ...entriesOf(below(poetry, 'group')).flatMap(([, group]) =>
      inTable(below(group, 'dependencies'), path, 'developers'),
    ),
    ...entriesOf(below(root, 'tool', 'pdm', 'dev-dependencies')).flatMap(([, node]) =>
      inList(node, path, 'developers'),
    ),
    ...inList(below(root, 'tool', 'uv', 'dev-dependencies'), path, 'developers'),
    ...inList(below(root, 'tool', 'flit', 'metadata', 'requires'), path, 'users'),
    ...entriesOf(below(root, 'tool', 'hatch', 'envs')).flatMap(([, env]) =>
      ['dependencies', 'extra-dependencies'].flatMap(key => inList(below(env, key), path, 'developers')),
    ),
  ]
}

/** Lines of a requirements file: options, links and other files are none. */
const ofFile = (text: string, path: string): readonly Requirement[] =>
  text.split('\n').flatMap((raw, index) => {
    const line = raw.trim()
    if (!/^[A-Za-z0-9]/.test(line) || line.includes('://')) return []
    const name = normalised(line)
    // What is named after what it is for is for that.
    const whose = /(?:^|[/_.-])(?:dev|test|tests|lint|docs?|typing|ci|pkgutils)/i.test(path) ? 'developers' : 'users'
    return name === '' ? [] : [{ name, whose, place: { path, line: index + 1 } }]
  })

const isRequirements = (path: string): boolean =>
  /(?:^|\/)(?:requirements[\w.-]*\.(?:txt|in)|requirements\/[\w./-]+\.(?:txt|in))$/.test(path)

/** Everything that a project says it needs. */
export const requirementsOf = (project: Project, member: Member): Requirements => {
  const { view } = project
  const { pyproject, setupCfg, setupPy } = member
  const cfg = fileOf(member, 'setup.cfg')
  const py = fileOf(member, 'setup.py')
  const hatch = fileOf(member, 'hatch.toml')
  const files = [...view.texts].filter(([path]) => isRequirements(path) && project.memberOf(path) === member)
  const computed = ['install_requires', 'extras_require']
    .map(key => below(setupPy, key))
    .filter(node => node !== undefined && node.value === undefined)
  return {
    all: [
      ...(pyproject ? ofPyproject(pyproject, fileOf(member, 'pyproject.toml')) : []),
      ...entriesOf(below(view.toml(hatch), 'envs')).flatMap(([, env]) =>
        ['dependencies', 'extra-dependencies'].flatMap(key => inList(below(env, key), hatch, 'developers')),
      ),
      ...inList(below(setupCfg, 'options', 'install_requires'), cfg, 'users'),
      ...entriesOf(below(setupCfg, 'options.extras_require')).flatMap(([, node]) => inList(node, cfg, 'users')),
      ...inList(below(setupPy, 'install_requires'), py, 'users'),
      ...entriesOf(below(setupPy, 'extras_require')).flatMap(([, node]) => inList(node, py, 'users')),
      ...inTable(below(view.toml(fileOf(member, 'Pipfile')), 'packages'), fileOf(member, 'Pipfile'), 'users'),
      ...inTable(below(view.toml(fileOf(member, 'Pipfile')), 'dev-packages'), fileOf(member, 'Pipfile'), 'developers'),
      ...files.flatMap(([path, text]) => ofFile(text, path)),
    ],
    open: [
      ...computed.map(node => `${py}:${node?.line ?? 1} works requirements out when it is run`),
      ...(textsOf(below(pyproject, 'project', 'dynamic')).some(({ text }) => text === 'dependencies') &&
      files.length === 0
        ? [`${fileOf(member, 'pyproject.toml')} says that its dependencies are dynamic`]
        : []),
    ],
  }
}
