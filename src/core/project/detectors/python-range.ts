import { satisfies, validRange } from '@renovatebot/pep440'
import { below, entriesOf, type Located, textOf, textsOf } from '../../python/packaging/located.ts'
import { type Claim, type Contradiction, claim, type Found } from '../claim.ts'
import { fileOf, type Member, type Project } from '../project.ts'
import { lineWith } from '../view.ts'

/** The minor versions that somebody may still have; a range is compared by which of them it holds. */
const minors = Array.from({ length: 15 }, (_, index) => index + 6)

/**
 * Poetry’s own way to write a range, in that of PEP 440: `^3.9` is `>=3.9,<4`, `~3.9` is `>=3.9,<3.10`. Alternatives (`||`) have no
 * equal. Source: python-poetry.org, "Dependency specification".
 */
export const fromPoetry = (text: string): string | undefined => {
  if (text.includes('|')) return undefined
  const parts = text.split(',').map(each => {
    const [, sign = '', version = ''] = /^\s*(\^|~(?!=))?\s*(.*?)\s*$/.exec(each) ?? []
    const [major = '0', minor] = version.split('.')
    if (sign === '^') return `>=${version},<${Number(major) + 1}`
    if (sign === '~')
      return minor === undefined ? `>=${version},<${Number(major) + 1}` : `>=${version},<${major}.${Number(minor) + 1}`
    return /^\d/.test(version) && !version.includes('*') ? `==${version}` : version
  })
  const range = parts.join(',')
  return validRange(range) ? range : undefined
}

const declared = (member: Member): readonly Claim[] => {
  const { pyproject, setupCfg, setupPy } = member
  const say = (
    node: Located | undefined,
    from: string,
    file: string,
    turn: (text: string) => string | undefined = text => text,
  ): readonly Claim[] => {
    const text = textOf(node)?.trim()
    return node === undefined || text === undefined || text === ''
      ? []
      : [claim('python', turn(text) ?? text, from, fileOf(member, file), node.line)]
  }
  return [
    ...say(below(pyproject, 'project', 'requires-python'), '[project] requires-python', 'pyproject.toml'),
    ...say(
      below(pyproject, 'tool', 'poetry', 'dependencies', 'python'),
      '[tool.poetry.dependencies] python',
      'pyproject.toml',
      fromPoetry,
    ),
    ...say(
      below(pyproject, 'tool', 'flit', 'metadata', 'requires-python'),
      '[tool.flit.metadata] requires-python',
      'pyproject.toml',
    ),
    ...say(below(setupCfg, 'options', 'python_requires'), '[options] python_requires', 'setup.cfg'),
    ...say(below(setupPy, 'python_requires'), 'setup(python_requires=…)', 'setup.py'),
  ]
}

const pinned = ({ view }: Project, member: Member): readonly Claim[] => {
  const files: readonly (readonly [string, RegExp])[] = [
    ['.python-version', /^(?:cpython-?|python-?)?(\d+\.\d+(?:\.\d+)?)\s*$/],
    ['runtime.txt', /^(?:python-)?(\d+\.\d+(?:\.\d+)?)\s*$/],
    ['Pipfile', /^python(?:_full)?_version\s*=\s*["'](\d+\.\d+(?:\.\d+)?)["']/],
  ]
  return files.flatMap(([name, shape]) =>
    [...new Set([fileOf(member, name), name])].flatMap(path => {
      const text = view.texts.get(path)
      const found = text === undefined ? undefined : lineWith(text, shape)
      return found === undefined
        ? []
        : [
            claim(
              'python',
              `==${(found.match[1] ?? '').split('.').slice(0, 2).join('.')}.*`,
              path === name ? name : path,
              path,
              found.line,
            ),
          ]
    }),
  )
}

const holds = (range: string, version: string): boolean | undefined =>
  validRange(range) ? satisfies(version, range) : undefined

const minorsIn = (range: string): ReadonlySet<number> =>
  new Set(minors.filter(minor => holds(range, `3.${minor}.99`) === true || holds(range, `3.${minor}.0`) === true))

/** Versions that the metadata promises and the range shuts out. */
const classified = (member: Member, range: Claim): readonly Contradiction[] => {
  const lists = [
    [below(member.pyproject, 'project', 'classifiers'), 'pyproject.toml'],
    [below(member.setupCfg, 'metadata', 'classifiers'), 'setup.cfg'],
    [below(member.setupPy, 'classifiers'), 'setup.py'],
  ] as const
  return lists.flatMap(([list, file]) =>
    textsOf(list).flatMap(({ text, line }) => {
      const version = /Python :: (3\.\d{1,2})$/.exec(text.trim())?.[1]
      return version === undefined || holds(range.value, `${version}.99`) !== false
        ? []
        : [
            {
              topic: 'python' as const,
              said: `the classifiers promise Python ${version}, which ${range.value} shuts out`,
              places: [range.place, { path: fileOf(member, file), line }],
            },
          ]
    }),
  )
}

/** Settings of tools that speak of a Python which the project does not run on. */
const targeted = (member: Member, range: Claim): readonly Contradiction[] => {
  const { pyproject } = member
  const ruff = below(pyproject, 'tool', 'ruff', 'target-version')
  const mypy = below(pyproject, 'tool', 'mypy', 'python_version')
  const version = (text: string | undefined): string | undefined => {
    const [, major, minor] = /^(?:py)?(3)\.?(\d{1,2})$/.exec(text ?? '') ?? []
    return minor === undefined ? undefined : `${major}.${minor}`
  }
  const said = [
    ['Ruff’s target-version', ruff, version(textOf(ruff))],
    ['mypy’s python_version', mypy, version(textOf(mypy))],
  ] as const
  return said.flatMap(([what, node, text]) =>
    node === undefined || text === undefined || holds(range.value, `${text}.99`) !== false
      ? []
      : [
          {
            topic: 'python' as const,
            said: `${what} is ${text}, which ${range.value} shuts out`,
            places: [range.place, { path: fileOf(member, 'pyproject.toml'), line: node.line }],
          },
        ],
  )
}

const different = (first: Claim, others: readonly Claim[]): readonly Contradiction[] =>
  others
    .filter(other => validRange(other.value) && validRange(first.value))
    .filter(other => minorsIn(other.value).symmetricDifference(minorsIn(first.value)).size > 0)
    .map(other => ({
      topic: 'python',
      said: `${first.from} says ${first.value}, and ${other.from} says ${other.value}`,
      places: [first.place, other.place],
    }))

/** The Python versions of the project, and what disagrees with them. */
export const detectPython = (project: Project): Found => {
  const { main, members, view } = project
  const own = declared(main)
  const pins = pinned(project, main)
  const first = own[0] ?? members.flatMap(declared)[0] ?? pins[0]
  if (first === undefined)
    return {
      claims: [],
      unknown: [
        {
          topic: 'python',
          why:
            entriesOf(main.pyproject).length > 0 || view.has(fileOf(main, 'setup.py'))
              ? 'the packaging states no range'
              : 'nothing states which Python it runs on',
        },
      ],
    }
  const outside = pins.filter(
    pin =>
      pin !== first && validRange(first.value) && minorsIn(pin.value).intersection(minorsIn(first.value)).size === 0,
  )
  return {
    claims: [first],
    contradictions: [
      ...different(
        first,
        own.filter(each => each !== first),
      ),
      ...outside.map(pin => ({
        topic: 'python' as const,
        said: `${pin.from} pins ${pin.value}, which ${first.value} shuts out`,
        places: [first.place, pin.place],
      })),
      ...(own[0] === undefined ? [] : [...classified(main, own[0]), ...targeted(main, own[0])]),
    ],
  }
}
