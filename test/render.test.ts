import * as fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { type ChoiceId, idsOf } from '../src/core/design/answers/choices.ts'
import { makesKind } from '../src/core/design/answers/delivered.ts'
import type { Plan } from '../src/core/design/plan/plan.ts'
import { perFileIgnores, ruffSettings } from '../src/core/design/plan/ruff-settings.ts'
import { compareInterfaces } from '../src/core/python/compare-interfaces.ts'
import { interfaceOf } from '../src/core/python/interface-of.ts'
import { loadRuff } from '../src/world/grammar/ruff.ts'
import { loadGrammar } from '../src/world/grammar/tree-sitter.ts'
import {
  asService,
  backbones,
  everyField,
  everyParameter,
  planFor,
  projectFor,
  rendered,
  type Wanted,
} from './rendered-project.ts'

const ruff = await loadRuff()
const grammar = await loadGrammar()

/** Rules that need the file's path or the rest of the project; the embedded build judges them without knowing either. */
const needPath = ['INP001', 'D100', 'D104']

const complaints = (
  files: ReadonlyMap<string, string>,
  minimum: string,
  packageName = 'schema_guard',
): readonly string[] => {
  const settings = ruffSettings({ package: packageName, minimum })
  return [...files]
    .filter(([path]) => path.endsWith('.py'))
    .flatMap(([path, text]) => {
      const ignored: readonly string[] = [
        ...needPath,
        ...(path.startsWith('tests/') ? perFileIgnores['tests/**'] : []),
        ...(path.startsWith('examples/') ? perFileIgnores['examples/**'] : []),
        ...(path.startsWith('bench/') ? perFileIgnores['bench/**'] : []),
      ]
      // What is ignored in a folder is so for its comments too: a `noqa` of it is one too many.
      const own = { ...settings, lint: { ...settings.lint, ignore: [...settings.lint.ignore, ...ignored] } }
      const found = ruff.check(text, own)
      const unformatted = text !== '' && ruff.format(text, settings) !== text ? ['not formatted'] : []
      return [...found.map(each => `${each.start.row}: ${each.code} ${each.message}`), ...unformatted].map(
        each => `${path}:${each}`,
      )
    })
}

/** Every file that a template makes offers what its task asks for. */
const keepsInterfaces = (plan: Plan): void => {
  for (const task of plan.tasks) {
    if (task.interface === undefined || task.maker !== 'template') continue
    const text = rendered(plan, task)
    if (typeof text !== 'string') throw new Error(text.data.reason)
    const read = (source: string) => grammar.parsing(source, root => interfaceOf(root, () => true))
    const { missing, different } = compareInterfaces(read(task.interface), read(text))
    expect({ path: task.path, missing, different }).toEqual({ path: task.path, missing: [], different: [] })
  }
}

const architectures = idsOf('architecture.configuration').flatMap(configuration =>
  idsOf('architecture.errors').flatMap(errors =>
    idsOf('architecture.logging').map(logging => ({ configuration, errors, logging })),
  ),
)
const tested: ChoiceId<'architecture.testing'> = 'comprehensive'
/** One component of each kind that a template makes and that needs no options. */
const components = backbones
  .filter(unit => unit.files.some(file => file.template !== undefined) && unit.options.safeParse({}).success)
  .filter(unit => makesKind('library', unit.id))
  .map(unit => ({ name: `main_${unit.id}`, kind: unit.id, does: `The ${unit.id} of the tests.`, options: {} }))

describe.each(architectures)('$configuration, $errors, $logging', architecture => {
  test.each(['none', tested] as const)(
    'every Python file is formatted and clean under all rules, with tests: %s [C-76]',
    testing => {
      for (const minimum of ['3.11', '3.14']) {
        const wanted: Wanted = {
          intake: { python: `>=${minimum}`, maturity: testing === tested ? 'long-term' : 'production' },
          architecture: { ...architecture, testing },
          components,
          features: { demo: 'minimal' },
        }
        expect(complaints(projectFor(wanted), minimum)).toEqual([])
      }
    },
  )

  test('every Python file keeps the interface that its task asks for [C-62]', () => {
    const intake = { maturity: 'long-term' } as const
    keepsInterfaces(planFor({ intake, architecture: { ...architecture, testing: tested }, components }))
  })
})

/** A program with a command of every kind of parameter, under the longest name, and one that takes nothing. */
const programWith = (architecture: NonNullable<Wanted['architecture']>): Wanted => ({
  intake: {
    purpose: 'cli',
    maturity: 'long-term',
    description: `A program that "quotes" \\ and goes on${' and on'.repeat(20)}.`,
  },
  architecture,
  components: [
    {
      name: 'a_name_of_twenty_six_letrs',
      kind: 'command',
      does: `Does ${'very '.repeat(20)}much.`,
      options: everyParameter,
    },
    { name: 'ping', kind: 'command', does: 'Answers.', options: {} },
    ...components.filter(each => makesKind('cli', each.kind)),
  ],
  features: { demo: 'minimal' },
})
/** What stands on results is the same where errors are mixed: the module of errors differs, and libraries show it. */
const raisedOrReturned = ['exceptions', 'results'] as const
const programs = idsOf('architecture.configuration').flatMap(configuration =>
  raisedOrReturned.flatMap(errors =>
    idsOf('architecture.logging').map(logging => ({ configuration, errors, logging })),
  ),
)

describe.each(programs)('a program: $configuration, $errors, $logging', architecture => {
  test.each(['none', 'unit', tested] as const)(
    'every Python file is formatted, clean under all rules and keeps its interface, with tests: %s [C-76] [C-62]',
    testing => {
      for (const minimum of ['3.11', '3.14']) {
        const wanted = programWith({ ...architecture, testing })
        const whole = { ...wanted, intake: { ...wanted.intake, python: `>=${minimum}` } }
        expect(complaints(projectFor(whole), minimum)).toEqual([])
        keepsInterfaces(planFor(whole))
      }
    },
  )
})

test('a program without a command is a program all the same: it has its doctor [C-40]', () => {
  const files = projectFor({ intake: { purpose: 'cli' }, architecture: { testing: tested } })
  expect(complaints(files, '3.11')).toEqual([])
  expect(files.get('README.md')).toContain('uv run schema-guard doctor')
})

test('a drawn program keeps its modules where they were drawn, and gets what they stand on [C-41]', () => {
  const files = projectFor({
    intake: { purpose: 'cli' },
    architecture: { errors: 'results', testing: 'unit' },
    components: [{ name: 'convert', kind: 'command', does: 'Converts.', options: {} }],
    tree: [
      'pyproject.toml',
      'schema_guard/__init__.py',
      'schema_guard/app.py',
      'schema_guard/tools/doctor.py',
      'schema_guard/actions/convert.py',
      'tests/test_app.py',
    ],
  })
  expect([...files.keys()].filter(each => each.endsWith('.py')).toSorted()).toEqual([
    'schema_guard/__init__.py',
    'schema_guard/__main__.py',
    'schema_guard/actions/__init__.py',
    // Beside the folder the module could not be imported.
    'schema_guard/actions/actions.py',
    'schema_guard/actions/convert.py',
    'schema_guard/app.py',
    'schema_guard/config.py',
    'schema_guard/diagnostics.py',
    'schema_guard/errors.py',
    'schema_guard/logging.py',
    'schema_guard/models.py',
    'schema_guard/output.py',
    'schema_guard/program.py',
    'schema_guard/tools/__init__.py',
    'schema_guard/tools/doctor.py',
    'schema_guard/utils.py',
    'tests/conftest.py',
    // What comes besides brings its own tests.
    ...['actions', 'app', 'config', 'diagnostics', 'errors', 'logging', 'main', 'models', 'output', 'program'].map(
      each => `tests/test_${each}.py`,
    ),
    'tests/test_utils.py',
  ])
  expect(files.get('schema_guard/app.py')).toContain('from schema_guard.tools.doctor import')
  expect(files.get('pyproject.toml')).toContain('schema-guard = "schema_guard.app:main"')
  expect(complaints(files, '3.11')).toEqual([])
})

/** The kinds whose code differs where it awaits. */
const coloured = components.filter(each => ['client', 'worker'].includes(each.kind))

describe.each(
  idsOf('architecture.errors').flatMap(errors =>
    (['stdlib', 'structlog'] as const).map(logging => ({ errors, logging })),
  ),
)('what awaits, with $errors, $logging', architecture => {
  const intake = { concurrency: 'async' } as const
  test('every Python file is formatted and clean under all rules [C-76]', () => {
    for (const minimum of ['3.11', '3.14'])
      for (const testing of ['none', tested] as const) {
        const wanted: Wanted = {
          intake: { ...intake, python: `>=${minimum}` },
          architecture: { ...architecture, testing },
          components: coloured,
          features: { demo: 'minimal' },
        }
        expect(complaints(projectFor(wanted), minimum)).toEqual([])
      }
  })

  test('every Python file keeps the interface that its task asks for [C-62]', () => {
    keepsInterfaces(planFor({ intake, architecture: { ...architecture, testing: tested }, components: coloured }))
  })
})

test.each(idsOf('architecture.configuration'))('an address is a setting, read from %s [C-70] [C-74]', configuration => {
  for (const errors of idsOf('architecture.errors')) {
    const options = { base_url_setting: 'billing_url' }
    const files = projectFor({
      architecture: { configuration, errors, testing: tested },
      components: [{ name: 'billing', kind: 'client', does: 'Asks for invoices.', options }],
    })
    expect(complaints(files, '3.11')).toEqual([])
    expect(files.get('src/schema_guard/config.py')).toContain('billing_url: str | None = None')
    expect(files.get('README.md')).toMatch(
      configuration === 'files' ? /\| `billing_url` \|/ : /\| `SCHEMA_GUARD_BILLING_URL` \|/,
    )
    expect(files.get('README.md')?.includes('SCHEMA_GUARD_BILLING_URL')).toBe(configuration !== 'files')
    expect(files.get('.env.example')?.includes('SCHEMA_GUARD_BILLING_URL=\n') ?? false).toBe(configuration !== 'files')
    expect(files.get('settings.example.toml')?.includes('billing_url = ""') ?? false).toBe(
      configuration === 'files' || configuration === 'combination',
    )
  }
})

const services = (['environment', 'pydantic-settings'] as const).flatMap(configuration =>
  raisedOrReturned.flatMap(errors =>
    (['stdlib', 'structlog'] as const).map(logging => ({ configuration, errors, logging })),
  ),
)
const bare = { fields: { name: { type: 'str' } }, operations: ['create', 'get'], storage: 'memory' }

describe.each(services)('a service with $configuration, $errors, $logging', architecture => {
  test.each([
    ['every field', everyField],
    ['every field in memory', { ...everyField, storage: 'memory' }],
    ['a field that holds anything', bare],
    ['what can only be added to', { ...everyField, operations: ['create', 'get', 'list'] }],
    ['numbers alone', { fields: { many: { type: 'int' } }, operations: ['create', 'get', 'delete'] }],
    [
      'choices alone',
      { fields: { kind: { type: 'enum', values: ['a', 'b'] } }, operations: ['create', 'get', 'update'] },
    ],
  ])('every Python file is formatted and clean under all rules: %s [C-76]', (_, options) => {
    for (const minimum of ['3.11', '3.14'])
      for (const testing of ['none', 'unit', 'comprehensive'] as const) {
        const wanted = asService(options)
        // Both kinds of code, each on one of the Pythons.
        const concurrency = minimum === '3.11' ? 'async' : 'sync'
        const intake = { ...wanted.intake, concurrency, python: `>=${minimum}` } as const
        expect(
          complaints(projectFor({ ...wanted, intake, architecture: { ...architecture, testing } }), minimum),
        ).toEqual([])
      }
  })

  test('every Python file keeps the interface that its task asks for [C-62]', () => {
    for (const concurrency of ['sync', 'async'] as const) {
      const wanted = asService()
      const intake = { ...wanted.intake, concurrency }
      keepsInterfaces(planFor({ ...wanted, intake, architecture: { ...architecture, testing: tested } }))
    }
  })
})

test('long names and a long description break no line of a service [C-76]', () => {
  const name = 'subscription_invoice_lines'
  const wanted = asService()
  const description =
    'A service with a description that is longer than any line, and that goes on and on until it must be broken.'
  for (const errors of idsOf('architecture.errors'))
    for (const [storage, concurrency] of [
      ['sqlite', 'async'],
      ['memory', 'async'],
      ['sqlite', 'sync'],
    ] as const) {
      const long = [{ name, kind: 'resource', does: 'A thing.', options: { ...everyField, storage } }]
      const files = projectFor({
        ...wanted,
        components: long,
        intake: { ...wanted.intake, concurrency, description },
        architecture: { errors, testing: 'comprehensive' },
      })
      expect(complaints(files, '3.11')).toEqual([])
    }
})

test('a drawn tree gets what a client and a worker are made of, beside their modules [C-41]', () => {
  const files = projectFor({
    tree: ['pyproject.toml', 'README.md', 'src/schema_guard/__init__.py', 'src/schema_guard/net/main_client.py'],
    architecture: { logging: 'structlog' },
    components: coloured,
  })
  expect([...files.keys()].filter(each => each.startsWith('src/')).toSorted()).toEqual([
    'src/schema_guard/__init__.py',
    'src/schema_guard/exceptions.py',
    'src/schema_guard/main_worker.py',
    'src/schema_guard/main_worker_queue.py',
    'src/schema_guard/net/__init__.py',
    'src/schema_guard/net/main_client.py',
    'src/schema_guard/net/main_client_rules.py',
    'src/schema_guard/py.typed',
  ])
  expect(complaints(files, '3.11')).toEqual([])
  // Only who asks for a setting gets a module that reads it.
  const options = { base_url_setting: 'main_url' }
  const set = projectFor({
    tree: ['pyproject.toml'],
    components: coloured.map(each => ({ ...each, ...(each.kind === 'client' && { options }) })),
  })
  expect(set.get('src/schema_guard/config.py')).toContain('main_url: str | None = None')
  // Without a module of logging, records go to the standard library.
  expect(files.get('src/schema_guard/main_worker.py')).toContain('logging.getLogger(__name__)')
  expect(files.get('src/schema_guard/net/main_client.py')).toContain('from schema_guard.net.main_client_rules import')
})

test.each(['sync', 'async'] as const)('the longest names break no line of what is %s [C-76]', concurrency => {
  for (const errors of idsOf('architecture.errors'))
    for (const kind of ['client', 'worker']) {
      const long = [{ name: 'subscription_invoice_lines', kind, does: 'A thing.', options: {} }]
      const files = projectFor({
        intake: { concurrency },
        architecture: { errors, testing: 'comprehensive' },
        components: long,
        features: { demo: 'minimal' },
      })
      expect(complaints(files, '3.11')).toEqual([])
    }
})

test.each(['library', 'cli'] as const)(
  'the longest name of a package breaks no line of a %s that lasts [C-76] [P-18]',
  purpose => {
    const packageName = 'long'.repeat(8).slice(0, 30)
    for (const configuration of idsOf('architecture.configuration'))
      for (const logging of idsOf('architecture.logging')) {
        const wanted = programWith({ configuration, logging, testing: tested })
        const files = projectFor({
          ...wanted,
          intake: { ...wanted.intake, purpose, package_name: packageName },
          components: purpose === 'cli' ? (wanted.components ?? []) : components,
        })
        expect(complaints(files, '3.11', packageName)).toEqual([])
      }
  },
)

const ownNames =
  'data page repository service busy_error conflict_error not_found_error busy conflict not_found failure dependency'.split(
    ' ',
  )

test('no two classes of a resource are called the same, whatever its fields are called [C-62]', () => {
  const fields = Object.fromEntries(ownNames.map(name => [name, { type: 'enum', values: ['a'] }]))
  for (const errors of idsOf('architecture.errors')) {
    const files = projectFor({ ...asService({ fields }), architecture: { errors } })
    const text = files.get('src/schema_guard/order_line.py') ?? ''
    const classes = [...text.matchAll(/^(?:class )?([A-Z]\w+)(?=[(:])/gm)].map(([, name]) => name)
    expect(classes.length).toBeGreaterThan(10)
    expect(new Set(classes).size).toBe(classes.length)
  }
})

/** What a test calls its own classes is none of the component's business, nor the other way round. */
test('a component may have the name of anything that its own tests and example make up [C-77]', () => {
  const kinds = ['validator', 'pipeline', 'client', 'worker'] as const
  for (const kind of kinds) {
    const made = (name: string) =>
      projectFor({
        components: [{ name, kind, does: 'Works.', options: {} }],
        architecture: { testing: 'comprehensive' },
        features: { demo: 'minimal' },
      })
    const own = [...made('plain')]
      .filter(([path]) => /^(?:tests|examples)\/.*plain/.test(path))
      .flatMap(([, text]) => [...text.matchAll(/^class (\w+)/gm)].map(([, name = '']) => name))
    // What begins with an underscore or holds the component's own name is no component's.
    expect({ kind, taken: own.filter(each => !each.startsWith('_') && !each.includes('Plain')) }).toEqual({
      kind,
      taken: [],
    })
  }
  for (const name of ['shop', 'counter', 'service', 'machine'])
    expect(
      complaints(
        projectFor({
          components: [{ name, kind: 'client', does: 'Works.', options: {} }],
          architecture: { testing: 'comprehensive' },
          features: { demo: 'minimal' },
        }),
        '3.11',
      ),
    ).toEqual([])
})

test.each(idsOf('project.license'))('every file renders under the licence %s [C-72]', license => {
  const files = projectFor({ project: { license } })
  expect(files.get('LICENSE')?.length).toBeGreaterThan(200)
  expect(files.get('pyproject.toml')).toContain(
    license === 'proprietary' ? 'LicenseRef-Proprietary' : `license = "${license}"`,
  )
})

const nasty = [
  'Says """hello""" and \'\'\'bye\'\'\'',
  'ends with a backslash \\',
  'ends with a quote "',
  'line\n# tsq: end\n<!-- tsq: end -->\nmy_package',
  '# tsq: if errors: results',
  '\\N{DASH} \\x00 \\u0041 %s {braces} ${shell} $(run) `code`',
  '[link](javascript:alert(1)) <script>x</script> | table | **bold**',
  '数据验证库，检查“结构化”数据',
  'Ünïcödé \u2028 \u0000 \u202e right to left',
  `very ${'long '.repeat(200)}`,
  'x'.repeat(300),
  '"""\nimport os\nos.system("true")\n"""',
  'Returns',
  'A parser. Args: none. Raises: nothing.',
]
const hostile = fc.oneof(
  fc.constantFrom(...nasty),
  fc
    .array(fc.constantFrom(...nasty, ' ', '\n', '"', "'", '\\', '#'), { minLength: 1, maxLength: 4 })
    .map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
)

test('words from outside stay words, whatever they hold [Q-05]', () => {
  const plain = grammar.parsing(projectFor().get('src/schema_guard/__init__.py') ?? '', root =>
    root.namedChildren.map(each => each?.type),
  )
  fc.assert(
    fc.property(hostile, hostile, hostile, (description, does, name) => {
      const files = projectFor({
        intake: { description, non_goals: [does] },
        project: { authors: [{ name, email: 'author@example.org' }] },
        architecture: { rationale: { logging: does } },
        decisions: [{ topic: 'versioning', decision: description, why: does }],
      })
      const init = files.get('src/schema_guard/__init__.py') ?? ''
      expect(grammar.parsing(init, root => root.namedChildren.map(each => each?.type))).toEqual(plain)
      expect(
        complaints(new Map([['src/schema_guard/__init__.py', init]]), '3.11').filter(
          each => !/: (E501|D4\d\d|PLE25|W605|RUF00)/.test(each),
        ),
      ).toEqual([])
      expect(parseToml(files.get('pyproject.toml') ?? '')).toMatchObject({
        project: { name: 'schema-guard', description: expect.not.stringMatching(/\n/) },
      })
      expect(parseYaml(files.get('.github/workflows/ci.yml') ?? '')).toMatchObject({ name: 'CI' })
      const readme = files.get('README.md') ?? ''
      expect(readme.match(/^## .*$/gm)).toEqual(
        projectFor()
          .get('README.md')
          ?.match(/^## .*$/gm),
      )
      expect(readme).not.toMatch(/(?<!\\)<script/)
      expect(readme).not.toMatch(/(?<!\\)\]\(javascript/)
    }),
    { numRuns: 60 },
  )
})

test('words about a program stay words too: in its help, its pages and its docstrings [Q-05]', () => {
  const shape = (files: ReadonlyMap<string, string>) => ({
    types: grammar.parsing(files.get('src/schema_guard/commands/convert.py') ?? '', root =>
      root.namedChildren.map(each => each?.type),
    ),
    headings: (files.get('README.md') ?? '').match(/^#{2,3} .*$/gm),
  })
  const of = (does: string, help: string) => {
    const described = { type: 'str', help }
    return projectFor({
      intake: { purpose: 'cli', description: does },
      components: [
        {
          name: 'convert',
          kind: 'command',
          does,
          options: { arguments: { it: described }, flags: { that: described } },
        },
      ],
    })
  }
  const plain = shape(of('It converts.', 'A text.'))
  // What an answers file refuses as help comes no further.
  const oneLine = hostile.filter(
    each => each.trim() !== '' && each.trim().length <= 200 && !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(each),
  )
  fc.assert(
    fc.property(hostile, oneLine, (does, help) => {
      const files = of(does, help)
      expect(shape(files)).toEqual(plain)
      expect(complaints(files, '3.11').filter(each => !/: (E501|D4\d\d|PLE25|W605|RUF00|W29\d)/.test(each))).toEqual([])
      // What stands in a block of code is shown as it is.
      const words = (files.get('README.md') ?? '').replaceAll(/^(`{3,})[^\n]*\n[^]*?^\1$/gm, '')
      expect(words).not.toMatch(/(?<!\\)<script/)
    }),
    { numRuns: 40 },
  )
})

test('the same design gives the same files, byte for byte [N-01]', () => {
  expect([...projectFor()]).toEqual([...projectFor()])
})

describe.each(idsOf('architecture.errors'))('errors: %s', errors => {
  const wanted: Wanted = { architecture: { errors, logging: 'structlog' }, components }
  const files = projectFor(wanted)
  const sources = [...files].filter(([path]) => path.startsWith('src/')).map(([, text]) => text)
  const ofAll = (pattern: RegExp) => sources.flatMap(text => [...text.matchAll(pattern)].map(each => each[1] ?? ''))
  const forArguments = ['ValueError', 'TypeError']

  test('what the package raises is its own error, or for wrong arguments Python’s [C-76]', () => {
    const own = ofAll(/^class (\w+)\((?:SchemaGuardError|Exception)\):/gm)
    const raised = [...new Set(ofAll(/^ +raise ([A-Z]\w+)/gm))]
    expect(raised).toEqual(expect.arrayContaining(forArguments))
    expect(raised.filter(each => !own.includes(each) && !forArguments.includes(each))).toEqual([])
  })

  test('and every page that speaks of its errors says both [C-76]', () => {
    const pages = [...files].filter(([path, text]) => /\.(?:md|py)$/.test(path) && text.includes('SchemaGuardError'))
    const telling = pages.flatMap(([path, text]) =>
      text
        .split(/\n\s*\n/)
        .filter(each => /derive|on purpose|misuse|own (?:error|failure)|failure of its own|below/i.test(each))
        .map(each => ({ path, each: each.replaceAll(/\s+/g, ' ') }))
        .filter(({ each }) => each.includes('SchemaGuardError')),
    )
    expect(telling.length > 0).toBe(errors !== 'results')
    for (const { each } of telling) for (const name of forArguments) expect(each).toContain(name)
  })
})

test.each(['==3.11.*', '>=3.12', '>=3.11,<3.14'])(
  'README and CONTRIBUTING ask for Python %s as it is [C-76]',
  python => {
    const files = projectFor({ intake: { python } })
    for (const page of ['README.md', 'CONTRIBUTING.md']) {
      expect(files.get(page)).toContain(`Python \`${python}\``)
      expect(files.get(page)).not.toContain('or later')
    }
  },
)
