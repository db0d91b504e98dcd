import { existsSync, readdirSync } from 'node:fs'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { idsOf } from '../../src/core/design/answers/choices.ts'
import { isKnownDistribution } from '../../src/core/design/plan/versions.ts'
import { exitCodes } from '../../src/shelves/artifacts/shared/program.ts'
import { artifacts, asService, everyParameter, planFor, projectFor, rendered } from '../rendered-project.ts'

const shelf = new URL('../../src/shelves/artifacts/', import.meta.url)
const folders = readdirSync(shelf).filter(each => existsSync(new URL(`${each}/artifact.ts`, shelf)))
const libraries = idsOf('architecture.configuration').flatMap(configuration =>
  idsOf('architecture.errors').flatMap(errors =>
    idsOf('architecture.logging').flatMap(logging =>
      idsOf('project.license').map(license =>
        planFor({
          project: { license },
          architecture: { configuration, errors, logging },
          features: { readme_languages: ['zh'] },
        }),
      ),
    ),
  ),
)
const services = (['environment', 'pydantic-settings'] as const).flatMap(configuration =>
  idsOf('architecture.errors').flatMap(errors =>
    (['stdlib', 'structlog'] as const).map(logging =>
      planFor({ ...asService(), architecture: { configuration, errors, logging, testing: 'comprehensive' } }),
    ),
  ),
)
const programs = idsOf('architecture.configuration').flatMap(configuration =>
  idsOf('architecture.logging').map((logging, index) =>
    planFor({
      intake: { purpose: 'cli', maturity: 'long-term' },
      architecture: {
        configuration,
        errors: index === 0 ? 'results' : 'exceptions',
        logging,
        testing: 'comprehensive',
      },
      components: [{ name: 'convert', kind: 'command', does: 'Converts.', options: everyParameter }],
    }),
  ),
)
const lasting = planFor({ intake: { maturity: 'long-term' }, architecture: { testing: 'comprehensive' } })
const plans = [...libraries, ...services, lasting]
const dataforge = [
  'src/dataforge/__init__.py',
  'src/dataforge/settings.py',
  'src/dataforge/log.py',
  'src/dataforge/errors.py',
  'src/dataforge/core/__init__.py',
  'tests/__init__.py',
  'tests/test_init.py',
  'tests/test_settings.py',
  'tests/test_log.py',
  'tests/test_errors.py',
  '.github/workflows/checks.yml',
  '.devcontainer/devcontainer.json',
  '.gitignore',
  'pyproject.toml',
  'README.md',
  'LICENSE',
]

describe.each(folders)('%s', folder => {
  const unit = artifacts.find(each => each.id === folder)

  test('carries the name of its folder and says what its file is for', () => {
    expect(unit?.id).toBe(folder)
    expect(unit?.effort).toMatch(/^(trivial|simple|moderate|complex)$/)
  })

  test('is made in exactly one way: a template, data, the manager or a mind', () => {
    const ways = [unit?.template, unit?.compose, unit?.maker].filter(each => each !== undefined)
    expect(ways).toHaveLength(1)
  })

  test('needs only roles that exist', () => {
    for (const role of [...(unit?.needs ?? []), ...(unit?.from ?? [])]) expect(folders).toContain(role)
  })
})

test('every template is used by some design, and nothing else lies beside the units', () => {
  const used = new Set(
    plans
      .concat(programs, planFor({ intake: { package_name: 'dataforge' }, tree: dataforge }))
      .flatMap(plan => plan.tasks)
      .map(({ placed }) => {
        const template = placed.file.template
        return `${placed.unit.id}/${typeof template === 'function' ? template(placed.early) : template}`
      }),
  )
  const lying = folders.flatMap(folder => {
    const templates = new URL(`${folder}/template/`, shelf)
    return existsSync(templates) ? readdirSync(templates).map(name => `${folder}/${name}`) : []
  })
  expect(lying.filter(each => !used.has(each))).toEqual([])
})

test('every purpose is one sentence', () => {
  for (const task of [...plans, ...programs].flatMap(plan => plan.tasks))
    expect(task.purpose).toMatch(/^[A-Z][^\n]*\.$/)
})

test('every distribution that a unit asks for has a version [C-73]', () => {
  const asked = [...plans, ...programs].flatMap(plan => [
    ...plan.late.plan.requirements,
    ...plan.late.plan.dev_requirements,
  ])
  expect(asked.filter(each => !isKnownDistribution(each.distribution))).toEqual([])
})

test('the README links only to what the repository holds [C-70]', () => {
  for (const plan of [...plans, ...programs]) {
    const readme = plan.tasks.find(task => task.role === 'readme')
    if (!readme) throw new Error('no README is planned')
    const text = rendered(plan, readme)
    if (typeof text !== 'string') throw new Error(text.data.reason)
    const links = [...text.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, path]) => path)
    expect(links.length).toBeGreaterThan(3)
    for (const link of links) expect(plan.tasks.map(task => task.path)).toContain(link)
  }
})

const readmeOf = (remote?: string) =>
  projectFor({ project: { ...(remote !== undefined && { remote }) } }).get('README.md') ?? ''
const adds = (remote?: string) => readmeOf(remote).match(/^uv add .*$/gm)

test('the README installs by path or remote, never by a bare name [C-70]', () => {
  expect(adds()).toEqual(['uv add "../schema-guard"'])
  expect(adds('https://github.com/sample/schema-guard.git')?.[0]).toBe(
    'uv add "schema-guard @ git+https://github.com/sample/schema-guard"',
  )
  expect(adds('git@example.org:sample/x.git')?.[0]).toBe(
    'uv add "schema-guard @ git+ssh://git@example.org/sample/x.git"',
  )
})

test('a badge of continuous integration needs GitHub as the given remote [C-70]', () => {
  expect(readmeOf('https://github.com/sample/schema-guard')).toContain('actions/workflows/ci.yml/badge.svg')
  expect(readmeOf('https://example.org/sample/schema-guard')).not.toContain('badge.svg')
  expect(readmeOf()).not.toContain('badge.svg')
})

test('without tests nothing speaks of them as if they were there', () => {
  const files = projectFor({ architecture: { testing: 'none' } })
  expect([...files.keys()].filter(path => path.includes('test'))).toEqual([])
  expect([...files.values()].filter(text => text.includes('pytest'))).toEqual([])
})

test('.env.example names every variable and gives none a value [C-74]', () => {
  const example = projectFor({ architecture: { configuration: 'combination' } }).get('.env.example') ?? ''
  expect(example.match(/^[^#\n].*$/gm)).toEqual(['SCHEMA_GUARD_LOG_LEVEL='])
})

test('a drawn tree keeps its own names, and gets only what its decisions need [C-41]', () => {
  const plan = planFor({
    intake: { package_name: 'dataforge', repository_name: 'dataforge' },
    architecture: { configuration: 'pydantic-settings', logging: 'structlog', errors: 'mixed' },
    features: { readme_languages: ['zh'] },
    tree: dataforge,
  })
  expect(plan.additions.map(each => each.path).toSorted()).toEqual([
    '.env.example',
    'README.zh.md',
    'src/dataforge/py.typed',
    'uv.lock',
  ])
  expect(plan.additions.filter(each => !/^[A-Za-z].*\.$/.test(each.reason))).toEqual([])
  const texts = plan.tasks
    .filter(task => task.maker === 'template')
    .map(task => [task.path, rendered(plan, task)] as const)
  expect(texts.filter(([, text]) => typeof text !== 'string')).toEqual([])
  const files = new Map<string, (typeof texts)[number][1]>(texts)
  expect(files.get('tests/test_settings.py')).toContain('from dataforge.settings import')
  expect(files.get('src/dataforge/settings.py')).toContain('from dataforge.errors import')
  expect(files.get('src/dataforge/core/__init__.py')).toContain('core part of')
})

const textOf = (plan: ReturnType<typeof planFor>, role: string): string => {
  const task = plan.tasks.find(each => each.role === role)
  const text = task && rendered(plan, task)
  if (typeof text !== 'string') throw new Error(`nothing is rendered for ${role}`)
  return text
}

test('the README shows how the level of the settings takes effect, and a test of the project proves it [C-70]', () => {
  for (const plan of plans) {
    const applied = plan.early.architecture.logging === 'minimal' ? '.setLevel(' : 'configure_logging('
    expect(textOf(plan, 'readme')).toContain(`${applied}settings.log_level)`)
    expect(textOf(plan, 'logging-test')).toContain('def test_the_level_of_the_settings_takes_effect(')
    const order = plan.tasks.map(task => task.role)
    expect(order.indexOf('config')).toBeLessThan(order.indexOf('logging-test'))
  }
})

test('where only one of settings and logging is drawn, nothing speaks of the other [C-41]', () => {
  const base = ['src/dataforge/__init__.py', 'pyproject.toml', 'README.md', 'docs/adr/0001-base.md']
  const drawn = (...files: string[]) => planFor({ intake: { package_name: 'dataforge' }, tree: [...base, ...files] })
  const settings = drawn('src/dataforge/config.py')
  for (const role of ['readme', 'config', 'env-example', 'adr']) {
    expect(textOf(settings, role)).not.toMatch(/configure_logging|takes effect/)
  }
  const logging = drawn('src/dataforge/logging.py', 'tests/test_logging.py')
  expect(logging.tasks.map(task => task.role)).not.toContain('config')
  for (const role of ['readme', 'logging-test', 'adr'])
    expect(textOf(logging, role)).not.toMatch(/settings\.|Settings|takes effect/)
})

test('components of one kind are offered as modules, a lone one by its names [C-62]', () => {
  const component = (name: string, kind: string) => ({ name, kind, does: `The ${name}.`, options: {} })
  const plan = planFor({
    components: [
      component('orders', 'validator'),
      component('customers', 'validator'),
      component('pipeline', 'pipeline'),
    ],
  })
  const init = textOf(plan, 'package-init')
  expect(init).toContain('from schema_guard import customers, orders\n')
  expect(init).toMatch(/__all__ = \[[^\]]*"customers",[^\]]*"orders"/)
  expect(init).not.toMatch(/import pipeline\b|"pipeline"/)
  expect(textOf(plan, 'readme')).toContain('`from schema_guard import orders`')
})

test('container files are made where the deployment asks for them, and nowhere else [C-75]', () => {
  const container = ['.dockerignore', 'Dockerfile', 'compose.yaml']
  const made = (deployment: 'container' | 'local' | 'undecided') => {
    const wanted = asService()
    const files = projectFor({ ...wanted, intake: { ...wanted.intake, deployment } })
    return [...files.keys()].filter(path => container.includes(path)).toSorted()
  }
  expect(made('container')).toEqual(container)
  expect(made('local')).toEqual([])
  expect(made('undecided')).toEqual([])
})

test('an image holds what it runs, runs it without rights, and keeps its data in a volume [C-75]', () => {
  const files = projectFor(asService())
  const image = files.get('Dockerfile') ?? ''
  expect(image).toMatch(/^USER 10001$/m)
  expect(image).toMatch(/^ENV SCHEMA_GUARD_DATABASE=\/data\/schema_guard\.db$/m)
  expect(image).toMatch(/^CMD \["python", "-m", "schema_guard", /m)
  expect(files.get('.dockerignore')?.split('\n')).toContain('*')
  expect(parseYaml(files.get('compose.yaml') ?? '')).toMatchObject({
    services: { 'schema-guard': { volumes: ['data:/data'], cap_drop: ['ALL'], read_only: true } },
    volumes: { data: null },
  })
})

test('only folders at the top are taken for what is built', () => {
  const ignored = textOf(planFor(), 'gitignore').split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['/build/', '/dist/', '/htmlcov/']))
  expect(ignored).not.toContain('build/')
})

test('a prototype has what runs and proves it, and nothing that others need to follow it [C-40] [C-72]', () => {
  const wanted = { components: [{ name: 'tides', kind: 'pipeline', does: 'Cleans.', options: {} }] }
  const paths = (purpose: 'library' | 'prototype') => [...projectFor({ ...wanted, intake: { purpose } }).keys()]
  const left = paths('library').filter(each => !paths('prototype').includes(each))
  expect(left.toSorted()).toEqual([
    '.devcontainer/devcontainer.json',
    '.github/dependabot.yml',
    '.github/workflows/ci.yml',
    '.pre-commit-config.yaml',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'docs/adr/0001-foundations.md',
    'tests/test_init.py',
  ])
  expect(paths('prototype').filter(each => !paths('library').includes(each))).toEqual([])
})

test('what a prototype draws it gets, and nothing speaks of what it has not [C-41]', () => {
  const drawn = planFor({
    intake: { purpose: 'prototype', package_name: 'dataforge' },
    tree: ['src/dataforge/__init__.py', 'pyproject.toml', 'README.md', 'CHANGELOG.md', '.github/workflows/ci.yml'],
  })
  expect(drawn.tasks.map(task => task.role)).toEqual(expect.arrayContaining(['changelog', 'ci']))
  const readme = projectFor({ intake: { purpose: 'prototype' } }).get('README.md') ?? ''
  for (const word of ['CHANGELOG', 'CONTRIBUTING', 'pre-commit', 'docs/adr', 'uv add'])
    expect(readme).not.toContain(word)
  expect(readme).toContain('This is a prototype')
})

test('a program leaves no trace in what is none, and has its doctor, its parity and its exit codes [C-40] [C-50]', () => {
  const of = (purpose: 'library' | 'cli') =>
    projectFor({ intake: { purpose }, architecture: { testing: 'comprehensive' } })
  const own = [...of('cli').keys()].filter(each => !of('library').has(each))
  expect(own).toEqual(
    expect.arrayContaining([
      'src/schema_guard/__main__.py',
      'src/schema_guard/cli.py',
      'src/schema_guard/commands/doctor.py',
      'src/schema_guard/diagnostics.py',
      'tests/integration/test_installed_program.py',
    ]),
  )
  expect([...of('library').values()].filter(text => /typer|doctor|--verbose/.test(text))).toEqual([])
  const manifest = parseToml(of('cli').get('pyproject.toml') ?? '') as { project: { scripts: object } }
  expect(manifest.project.scripts).toEqual({ 'schema-guard': 'schema_guard.cli:main' })
  const readme = of('cli').get('README.md') ?? ''
  for (const [code] of exitCodes) expect(readme).toMatch(new RegExp(`^\\| ${code} \\| `, 'm'))
  const written =
    /class ExitCode\(IntEnum\):[^]*?\n\n\n/.exec(of('cli').get('src/schema_guard/models.py') ?? '')?.[0] ?? ''
  const codes = [...written.matchAll(/= (\d+)$/gm)].map(([, code]) => Number(code))
  // What Python and the terminal end a program with by themselves is no member.
  expect([...codes, 1, 130].toSorted((a, b) => a - b)).toEqual(exitCodes.map(([code]) => code))
})

test('a service starts and ends in order, and a test of the project proves it: each step, and what it does without a database [P-19]', () => {
  const steps = (storage: 'sqlite' | 'memory') => {
    const wanted = asService()
    const components = (wanted.components ?? []).map(each => ({ ...each, options: { ...each.options, storage } }))
    const files = projectFor({ ...wanted, components, architecture: { ...wanted.architecture, testing: 'unit' } })
    const [, listed = ''] = /assert happened == \[([^\]]*)\]/.exec(files.get('tests/test_main.py') ?? '') ?? []
    return { files, order: [...listed.matchAll(/"(\w+)"/g)].map(([, step]) => step) }
  }
  const kept = steps('sqlite')
  const ends = ['resources', 'server', 'loop', 'drain', 'released']
  expect(kept.order).toEqual(['configuration', 'probes', 'lock', ...ends])
  const main = kept.files.get('src/schema_guard/__main__.py') ?? ''
  const places = ['load_settings()', 'probe(settings', 'with alone(settings', 'create_app(settings)'].map(each =>
    main.indexOf(each),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  const light = steps('memory')
  expect(light.order).toEqual(['configuration', ...ends])
  expect([...light.files.keys()].filter(each => each.includes('startup'))).toEqual([])
})

test.each([
  ['doctor', 'command'],
  ['cli', 'command'],
  ['output', 'command'],
  ['commands', 'validator'],
  ['program', 'pipeline'],
  ['models', 'validator'],
  ['utils', 'pipeline'],
  ['actions', 'command'],
  ['main', 'validator'],
])(
  'a component %s of kind %s that would stand where the program itself stands is refused by name [C-62]',
  (name, kind) => {
    const component = { name, kind, does: 'It does something.', options: {} }
    const plan = () =>
      planFor({ intake: { purpose: 'cli' }, architecture: { testing: 'unit' }, components: [component] })
    expect(plan).toThrow(new RegExp(`TSQ-COMPONENT.*component ${name}`))
  },
)
