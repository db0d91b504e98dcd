import { below, entriesOf, type Located } from '../../python/packaging/located.ts'
import { fileOf, type Member } from '../project.ts'
import { inFolder, lineWith, type View } from '../view.ts'

/** The managers that are told apart. Those of the answers file have its names. */
export type Manager =
  | 'uv'
  | 'poetry'
  | 'pdm'
  | 'hatch'
  | 'flit'
  | 'pipenv'
  | 'pixi'
  | 'conda'
  | 'rye'
  | 'pip-requirements'
  | 'pip-pyproject'

export interface Sign {
  readonly manager: Manager
  readonly from: string
  readonly path: string
  readonly line: number
}

/** Files that only one manager writes or reads. */
const locks: readonly (readonly [RegExp, Manager])[] = [
  [/^uv\.lock$/, 'uv'],
  [/^poetry\.lock$/, 'poetry'],
  [/^pdm\.lock$/, 'pdm'],
  [/^Pipfile\.lock$/, 'pipenv'],
  [/^pixi\.lock$/, 'pixi'],
  [/^conda-lock\.ya?ml$/, 'conda'],
  [/^requirements(?:-dev)?\.lock$/, 'rye'],
]

export const lockSigns = (view: View, { folder }: Pick<Member, 'folder'>): readonly Sign[] =>
  view.paths.flatMap(path => {
    const name = path.slice(folder === '' ? 0 : folder.length + 1)
    if (inFolder(folder, name) !== path || name.includes('/')) return []
    const found = locks.find(([shape]) => shape.test(name))
    return found === undefined ? [] : [{ manager: found[1], from: 'lock file', path, line: 1 }]
  })

/** Tables of pyproject.toml that say who cares for the dependencies, not only who builds. */
const tables: readonly (readonly [Manager, readonly string[]])[] = [
  ['poetry', ['tool', 'poetry', 'dependencies']],
  ['poetry', ['tool', 'poetry', 'group']],
  ['poetry', ['tool', 'poetry', 'dev-dependencies']],
  ['pdm', ['tool', 'pdm', 'dev-dependencies']],
  ['pdm', ['tool', 'pdm', 'scripts']],
  ['uv', ['tool', 'uv', 'workspace']],
  ['uv', ['tool', 'uv', 'sources']],
  ['uv', ['tool', 'uv', 'dev-dependencies']],
  ['uv', ['tool', 'uv', 'default-groups']],
  ['pixi', ['tool', 'pixi', 'workspace']],
  ['pixi', ['tool', 'pixi', 'project']],
  ['rye', ['tool', 'rye']],
  ['hatch', ['tool', 'hatch', 'envs']],
]

export const tableSigns = (path: string, root: Located | undefined): readonly Sign[] =>
  tables.flatMap(([manager, keys]) => {
    const found = below(root, ...keys)
    return found === undefined ? [] : [{ manager, from: `[${keys.join('.')}]`, path, line: found.line }]
  })

export const fileSigns = (view: View, member: Member): readonly Sign[] => {
  const named: readonly (readonly [string, Manager])[] = [
    ['Pipfile', 'pipenv'],
    ['pixi.toml', 'pixi'],
    ['environment.yml', 'conda'],
    ['environment.yaml', 'conda'],
  ]
  const hatch = view.toml(fileOf(member, 'hatch.toml'))
  return [
    ...named.flatMap(([name, manager]) =>
      view.has(fileOf(member, name)) ? [{ manager, from: name, path: fileOf(member, name), line: 1 }] : [],
    ),
    ...(entriesOf(below(hatch, 'envs')).length > 0
      ? [
          {
            manager: 'hatch' as const,
            from: '[envs]',
            path: fileOf(member, 'hatch.toml'),
            line: below(hatch, 'envs')?.line ?? 1,
          },
        ]
      : []),
  ]
}

/** A command of a manager, in what a repository tells machines and people to type. */
const command =
  /(?:^|[\s"'&|(:;=-])(uv (?:sync|run|pip|lock)|poetry (?:install|run|sync)|pdm (?:install|run|sync)|hatch (?:run|test|env)|pipenv (?:install|run|sync)|pixi (?:install|run)|flit install|rye sync|pip3? install [^|&;]{0,80}(?:-r |-e ?["']?\.|["']?\.\[|["']?\.(?:["'\s]|$)))/

const ofCommand = (text: string): Manager | undefined => {
  const [first = ''] = text.split(' ')
  if (first.startsWith('pip')) return text.includes('-r ') ? 'pip-requirements' : 'pip-pyproject'
  return ['uv', 'poetry', 'pdm', 'hatch', 'pipenv', 'pixi', 'flit', 'rye'].find(each => each === first) as
    | Manager
    | undefined
}

const spoken =
  /^(?:\.github\/workflows\/.*|\.gitlab-ci\.yml|\.travis\.yml|azure-pipelines\.yml|\.circleci\/config\.yml|(?:.*\/)?(?:Makefile|[Jj]ustfile|tox\.ini))$/

/** What continuous integration and make files call. Many workflows use one manager’s installer for another’s project, so this comes late. */
export const commandSigns = (view: View): readonly Sign[] =>
  [...view.texts].flatMap(([path, text]) => {
    if (!spoken.test(path)) return []
    const found = lineWith(text, command)
    const manager = found && ofCommand(found.match[1] ?? '')
    return found === undefined || manager === undefined
      ? []
      : [{ manager, from: `\`${(found.match[1] ?? '').trim()}\``, path, line: found.line }]
  })

export const requirementSigns = (view: View, { folder }: Member): readonly Sign[] => {
  const files = view.paths.filter(path => {
    const name = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
    return name !== undefined && /^(?:requirements[\w.-]*\.txt|requirements\/[\w.-]+\.txt)$/.test(name)
  })
  const [first] = files.toSorted((a, b) => a.length - b.length)
  return first === undefined
    ? []
    : [
        {
          manager: 'pip-requirements',
          from: `requirements (${files.length === 1 ? 'one file' : `${files.length} files`})`,
          path: first,
          line: 1,
        },
      ]
}

/** The manager that comes with a build backend, where nothing else says who installs. */
const companions: readonly (readonly [RegExp, Manager])[] = [
  [/^poetry\b/, 'poetry'],
  [/^pdm\b/, 'pdm'],
  [/^hatchling\b/, 'hatch'],
  [/^flit/, 'flit'],
  [/^uv_build/, 'uv'],
]

export const backendSigns = (path: string, root: Located | undefined): readonly Sign[] => {
  const node = below(root, 'build-system', 'build-backend')
  const found = companions.find(([shape]) => typeof node?.value === 'string' && shape.test(node.value))
  return node === undefined || found === undefined
    ? []
    : [{ manager: found[1], from: '[build-system] build-backend', path, line: node.line }]
}

export const groupSigns = (path: string, root: Located | undefined): readonly Sign[] => {
  const uv = below(root, 'tool', 'uv')
  const groups = below(root, 'dependency-groups')
  return uv !== undefined && groups !== undefined
    ? [{ manager: 'uv', from: '[tool.uv] and [dependency-groups]', path, line: uv.line }]
    : []
}

export const pipSigns = (member: Member): readonly Sign[] => {
  const { pyproject, setupPy, setupCfg } = member
  const path =
    pyproject !== undefined && below(pyproject, 'project') !== undefined
      ? 'pyproject.toml'
      : setupPy !== undefined
        ? 'setup.py'
        : setupCfg !== undefined
          ? 'setup.cfg'
          : undefined
  const node = path === 'pyproject.toml' ? below(pyproject, 'project') : path === 'setup.py' ? setupPy : setupCfg
  return path === undefined || !member.packaged
    ? []
    : [{ manager: 'pip-pyproject', from: `packaging in ${path}`, path: fileOf(member, path), line: node?.line ?? 1 }]
}
