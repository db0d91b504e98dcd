import { below, itemsOf, textOf, textsOf } from '../../python/packaging/located.ts'
import { type Claim, type Contradiction, claim, type Found, type Unknown } from '../claim.ts'
import { fileOf, type Member, type Project } from '../project.ts'
import { inFolder } from '../view.ts'

/** Tables that take the version from somewhere else. */
const sources: readonly (readonly [readonly string[], string])[] = [
  [['tool', 'setuptools_scm'], 'git tags (setuptools_scm)'],
  [['tool', 'setuptools-scm'], 'git tags (setuptools_scm)'],
  [['tool', 'poetry-dynamic-versioning'], 'git tags (poetry-dynamic-versioning)'],
  [['tool', 'versioningit'], 'git tags (versioningit)'],
  [['tool', 'versioneer'], 'git tags (versioneer)'],
  [['tool', 'pdm', 'version'], ''],
  [['tool', 'hatch', 'version'], ''],
  [['tool', 'setuptools', 'dynamic', 'version'], ''],
]

const dynamicClaim = (member: Member): Claim | undefined => {
  const file = fileOf(member, 'pyproject.toml')
  for (const [keys, words] of sources) {
    const node = below(member.pyproject, ...keys)
    if (node === undefined) continue
    const path = textOf(below(node, 'path'))
    const attribute = textOf(below(node, 'attr'))
    const source = textOf(below(node, 'source'))
    const named =
      words !== ''
        ? words
        : source === 'vcs' || source === 'scm'
          ? `git tags (${source === 'vcs' ? 'hatch-vcs' : 'pdm'})`
          : (path ?? attribute ?? textOf(below(node, 'file')) ?? source ?? 'worked out when it is built')
    return claim('version', named, `[${keys.join('.')}]`, file, node.line)
  }
  const requires = textsOf(below(member.pyproject, 'build-system', 'requires')).find(({ text }) =>
    /^(?:setuptools[-_]scm|hatch-vcs|versioneer|pbr|versioningit)\b/.test(text),
  )
  return requires === undefined
    ? undefined
    : claim(
        'version',
        `git tags (${/^[\w-]+/.exec(requires.text)?.[0]})`,
        '[build-system] requires',
        file,
        requires.line,
      )
}

const flit = (project: Project, member: Member): Claim | undefined => {
  const backend = textOf(below(member.pyproject, 'build-system', 'build-backend')) ?? ''
  return backend.startsWith('flit')
    ? inPackage(project, member, 'the module’s own version, as Flit takes it')
    : undefined
}

const inPackage = ({ view }: Project, member: Member, from: string): Claim | undefined => {
  for (const { path, kind } of member.packages)
    for (const file of kind === 'module'
      ? [path]
      : ['__init__.py', '_version.py', 'version.py', '__about__.py', '__version__.py'].map(name =>
          inFolder(path, name),
        )) {
      const version = view.python.get(file)?.version
      if (version !== undefined) return claim('version', version.text, from, file, version.line)
    }
  return undefined
}

const ofMember = (project: Project, member: Member): readonly Claim[] => {
  const { pyproject, setupCfg, setupPy } = member
  const stated = (
    [
      [below(pyproject, 'project', 'version'), '[project] version', 'pyproject.toml'],
      [below(pyproject, 'tool', 'poetry', 'version'), '[tool.poetry] version', 'pyproject.toml'],
      [below(setupCfg, 'metadata', 'version'), '[metadata] version', 'setup.cfg'],
      [below(setupPy, 'version'), 'setup(version=…)', 'setup.py'],
    ] as const
  ).flatMap(([node, from, file]) => {
    const text = textOf(node)
    return node === undefined || text === undefined || text === ''
      ? []
      : [claim('version', text, from, fileOf(member, file), node.line)]
  })
  // Poetry’s placeholder for a version that a plug-in works out.
  const dynamic = dynamicClaim(member)
  if (dynamic !== undefined && stated.every(each => /^0(?:\.0)*$/.test(each.value))) return [dynamic]
  return stated.length > 0 ? stated : [dynamic ?? flit(project, member)].filter(each => each !== undefined)
}

const isNumber = (text: string): boolean => /^\d+(?:\.\d+)*[\w.+-]*$/.test(text)

/** A second number in the sources that says something else. */
const secondNumber = (project: Project, member: Member, stated: Claim): readonly Contradiction[] => {
  const own = inPackage(project, member, '__version__')
  return own === undefined || !isNumber(stated.value) || !isNumber(own.value) || own.value === stated.value
    ? []
    : [
        {
          topic: 'version',
          said: `${stated.from} says ${stated.value}, and __version__ says ${own.value}`,
          places: [stated.place, own.place],
        },
      ]
}

/** Where the number of a release is kept. */
export const detectVersion = (project: Project): Found => {
  const { main } = project
  const found = ofMember(project, main)
  const [first] = found
  if (first === undefined) {
    const computed = below(main.setupPy, 'version')
    const unknown: Unknown = {
      topic: 'version',
      why:
        computed !== undefined
          ? `${fileOf(main, 'setup.py')}:${computed.line} works it out when it is run`
          : itemsOf(below(main.pyproject, 'project', 'dynamic')).length > 0
            ? 'it is dynamic, and what it is worked out from was not recognised'
            : 'nothing states one',
    }
    const told = inPackage(
      project,
      main,
      computed === undefined
        ? '__version__ of the package'
        : '__version__ of the package; setup.py works the version out when it is run',
    )
    return told === undefined ? { claims: [], unknown: [unknown] } : { claims: [told] }
  }
  return { claims: [first], contradictions: secondNumber(project, main, first) }
}
