import {
  type Declared,
  declaredTogether,
  type EntryPoint,
  entriesOfPyproject,
  entriesOfSetupCfg,
  entriesOfSetupPy,
} from '../../python/entry-points.ts'
import type { SourceFacts } from '../../python/source-facts.ts'
import type { Contradiction, Unknown } from '../claim.ts'
import { fileOf, type Member, type Project } from '../project.ts'
import { isSample } from '../roles.ts'

/** The ways into a program, and what is odd about them. */
export interface Entries {
  readonly entries: readonly EntryPoint[]
  readonly contradictions: readonly Contradiction[]
  readonly unknown: readonly Unknown[]
}

const declaredBy = (member: Member): Declared =>
  declaredTogether([
    ...(member.pyproject ? [entriesOfPyproject(fileOf(member, 'pyproject.toml'), member.pyproject)] : []),
    ...(member.setupCfg ? [entriesOfSetupCfg(fileOf(member, 'setup.cfg'), member.setupCfg)] : []),
    ...(member.setupPy ? [entriesOfSetupPy(fileOf(member, 'setup.py'), member.setupPy)] : []),
  ])

/** The file that a module is, also where it is a package whose `__init__` is meant. */
const targetOf = ({ modules }: Project, module: string): string | undefined => modules.get(module)

const isDefined = ({ view }: Project, path: string, attribute: string): boolean => {
  const facts = view.python.get(path)
  const [first = ''] = attribute.split('.')
  if (facts === undefined || facts.broken !== undefined) return true
  // A star may bring it, and so may a module’s own `__getattr__`.
  return (
    facts.names.includes(first) ||
    facts.names.includes('__getattr__') ||
    facts.imports.some(each => each.names.includes('*'))
  )
}

const leadsNowhere = (
  project: Project,
  { kind, name, module, attribute, place }: EntryPoint,
): readonly Contradiction[] => {
  if (kind === 'script')
    return project.view.has(name)
      ? []
      : [{ topic: 'package', said: `${name} is to be installed, and is not there`, places: [place] }]
  const path = targetOf(project, module)
  const [top = ''] = module.split('.')
  const isOwn = [...project.modules.keys()].some(each => each === top || each.startsWith(`${top}.`))
  // A module of somebody else, or a compiled one, may be there when it is installed.
  if (path === undefined)
    return isOwn && module !== top
      ? [{ topic: 'package', said: `"${name}" leads to ${module}, and no such module was found`, places: [place] }]
      : []
  return attribute === undefined || isDefined(project, path, attribute)
    ? []
    : [
        {
          topic: 'package',
          said: `"${name}" leads to ${module}:${attribute}, and ${path} defines no ${attribute}`,
          places: [place, { path, line: 1 }],
        },
      ]
}

const ofFile = (project: Project, path: string, facts: SourceFacts): readonly EntryPoint[] => {
  // What a package lends to other people’s tests is no way into the program.
  if (project.roleOf(path) !== 'source' || path.split('/').includes('testing')) return []
  // Nor is what only shows how it is used.
  if (isSample(project.memberOf(path).folder)) return []
  const module = project.moduleOf(path)
  const name = path.slice(path.lastIndexOf('/') + 1)
  const place = (line: number) => ({ path, line })
  if (facts.djangoManage !== undefined)
    return [
      {
        kind: 'django-manage',
        name: path,
        module: module ?? name.replace(/\.py$/, ''),
        framework: 'django',
        place: place(facts.djangoManage),
      },
    ]
  if (module === undefined) return []
  const apps = facts.apps
    // A command line is a door where something calls it; what only others put together is a part of theirs.
    .filter(each => each.how !== 'command-line' || facts.mainGuard?.calls.includes(each.name) === true)
    .map(
      ({ how, framework, name: attribute, line }): EntryPoint => ({
        kind: how === 'app-factory' ? 'app-factory' : 'app',
        name: `${module}:${attribute}`,
        module,
        attribute,
        framework,
        place: place(line),
      }),
    )
  if (name === '__main__.py') {
    const owner = module.replace(/\.?__main__$/, '')
    const cli = facts.apps.find(each => each.how === 'command-line')
    return [
      // Its command line is the module itself, and no second way in.
      ...apps.filter(each => each.attribute !== cli?.name),
      {
        kind: 'main-module',
        name: owner === '' ? path : owner,
        module,
        ...(cli && { framework: cli.framework }),
        place: place(facts.mainGuard?.line ?? 1),
      },
    ]
  }
  const inPackage = project.memberOf(path).packages.some(each => path.startsWith(`${each.path}/`))
  // Inside a package such a block is most often a trial of the module; a file beside it is started by name.
  return facts.mainGuard === undefined || inPackage || facts.empty
    ? apps
    : [...apps, { kind: 'script', name: path, module, place: place(facts.mainGuard.line) }]
}

/** A command says which library its target is made with, where the target’s file shows it. */
const withFramework = (project: Project, entry: EntryPoint): EntryPoint => {
  const path = targetOf(project, entry.module)
  const app =
    path === undefined ? undefined : project.view.python.get(path)?.apps.find(each => each.name === entry.attribute)
  return app === undefined || entry.framework !== undefined ? entry : { ...entry, framework: app.framework }
}

/** What a person types first comes first. */
const order: readonly EntryPoint['kind'][] = [
  'console-script',
  'gui-script',
  'main-module',
  'app',
  'app-factory',
  'django-manage',
  'script',
  'plugin',
]

/** Every way into the program: what the packaging declares, and what its sources are. */
export const detectEntries = (project: Project): Entries => {
  const { members, view } = project
  const declared = declaredTogether(members.map(declaredBy))
  const inSource = [...view.python].flatMap(([path, facts]) => ofFile(project, path, facts))
  const entries = [...declared.entries.map(each => withFramework(project, each)), ...inSource].toSorted(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  )
  return {
    entries,
    contradictions: [
      ...declared.entries.flatMap(each => leadsNowhere(project, each)),
      ...declared.bad.map(({ name, text, place }) => ({
        topic: 'package' as const,
        said: `"${name}" = "${text.slice(0, 80)}" is no reference that Python could load`,
        places: [place],
      })),
    ],
    unknown: declared.computed.map(({ path, line }) => ({
      topic: 'package',
      why: `${path}:${line} makes entry points that only running it would tell`,
    })),
  }
}
