import { parse as parseToml } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { ruffIgnores } from '../src/core/design/plan/ruff-settings.ts'
import { isTestFile } from '../src/core/python/test-file.ts'
import { asService, projectFor, type Wanted } from './rendered-project.ts'

type Purpose = 'library' | 'cli'
const purposes = ['library', 'cli'] as const

const components = [
  { name: 'rules', kind: 'validator', does: 'Checks.', options: {} },
  { name: 'flow', kind: 'pipeline', does: 'Flows.', options: {} },
]
const ask = {
  name: 'ask_it',
  kind: 'command',
  does: 'Asks.',
  options: { arguments: { source: { type: 'path' } }, flags: { limit: { type: 'int', default: 3 } } },
}
const made = (purpose: Purpose | 'prototype', maturity: 'production' | 'long-term', more: Wanted = {}) =>
  projectFor({
    components: purpose === 'cli' ? [...components, ask] : components,
    ...more,
    intake: { purpose, maturity, ...more.intake },
    architecture: { testing: 'comprehensive', ...more.architecture },
  })
const lasting = { library: made('library', 'long-term'), cli: made('cli', 'long-term') }

/** The parts of the skeleton as P-18 names them, and the files that are one; what a library has none of is argued in 0008. */
const parts: readonly (readonly [part: string, of: readonly Purpose[], file: RegExp])[] = [
  ['errors', purposes, /^src\/schema_guard\/exceptions\.py$/],
  ['models', ['cli'], /^src\/schema_guard\/models\.py$/],
  ['utils', ['cli'], /^src\/schema_guard\/utils\.py$/],
  ['cli (typer)', ['cli'], /^src\/schema_guard\/cli\.py$/],
  ['diagnostics', purposes, /^src\/schema_guard\/diagnostics\.py$/],
  ['__main__', purposes, /^src\/schema_guard\/__main__\.py$/],
  ['conftest', purposes, /^tests\/conftest\.py$/],
  ['fixtures', purposes, /^tests\/fixtures\/\w+\/[\w.]+$/],
  ['unit', purposes, /^tests\/unit\/.*test_\w+\.py$/],
  ['integration', purposes, /^tests\/integration\/test_\w+\.py$/],
  ['properties (hypothesis)', purposes, /^tests\/properties\/test_\w+_properties\.py$/],
  ['bench', purposes, /^bench\/\w+\.py$/],
  ['docs/adr', purposes, /^docs\/adr\/\d{4}-[\w-]+\.md$/],
  ['setup guide', purposes, /^docs\/setup\.md$/],
  ['pre-commit', purposes, /^\.pre-commit-config\.yaml$/],
  ['CI', purposes, /^\.github\/workflows\/ci\.yml$/],
  ['pyproject', purposes, /^pyproject\.toml$/],
]

describe.each(purposes)('a %s on which others depend for years', purpose => {
  const files = lasting[purpose]
  const paths = [...files.keys()]
  const text = (path: string): string => files.get(path) ?? ''
  const below = (folder: string): readonly string[] => paths.filter(each => each.startsWith(`${folder}/`))

  test.each(parts)(
    'has %s exactly where there is something to it, and nothing in it is empty [P-18] [C-78]',
    (...part) => {
      const [, of, file] = part
      const found = paths.filter(each => file.test(each))
      expect(found.length > 0).toBe(of.includes(purpose))
      for (const each of found) expect(text(each).split('\n').length).toBeGreaterThan(1)
    },
  )

  test('its tests lie by how they test, those of a module where it lies in the package [P-18] [C-77]', () => {
    const tests = paths.filter(isTestFile)
    expect(tests.filter(each => !/^tests\/(?:unit|integration|properties)\//.test(each))).toEqual([])
    const modules = paths.filter(each => /^src\/schema_guard\/.*\.py$/.test(each) && text(each).includes('def '))
    const mirrored = modules.map(each =>
      each
        .replace('src/schema_guard/', 'tests/unit/')
        .replace('__main__', 'main')
        .replace(/(\w+)\.py$/, 'test_$1.py'),
    )
    expect(modules.length).toBeGreaterThan(5)
    expect(tests).toEqual(expect.arrayContaining(mirrored))
    for (const each of below('tests/properties')) expect(text(each)).toContain('@given(')
    for (const each of below('tests/fixtures')) {
      const [, , component = '', name = ''] = each.split('/')
      const readers = below('tests/integration').map(text)
      expect(readers.some(reader => reader.includes(`"${name}"`) && reader.includes('FIXTURES'))).toBe(true)
      expect([...components, ask].map(({ name: known }) => known)).toContain(component)
    }
  })

  test('every module that can be fast or slow is measured, and the guide says how [P-18]', () => {
    const measured = below('bench').map(each => each.slice('bench/'.length))
    expect(measured).toEqual(purpose === 'cli' ? ['ask_it.py', 'flow.py', 'rules.py'] : ['flow.py', 'rules.py'])
    const guide = text('docs/setup.md')
    const diagnosis = purpose === 'cli' ? 'uv run schema-guard doctor' : 'uv run python -m schema_guard'
    for (const words of [...measured.map(each => `uv run python bench/${each}`), diagnosis, 'uv lock', 'CHANGELOG.md'])
      expect(guide).toContain(words)
  })

  test('continuous integration runs over two Pythons and two systems at least [P-18] [C-72]', () => {
    const { jobs } = parseYaml(text('.github/workflows/ci.yml')) as {
      jobs: { checks: { strategy: { matrix: Readonly<Record<string, readonly string[]>> } } }
    }
    const { matrix } = jobs.checks.strategy
    expect(matrix['os']).toEqual(['ubuntu-latest', 'macos-latest'])
    expect(matrix['python-version']?.length).toBeGreaterThanOrEqual(2)
  })

  test('its tools are as strict as the skeleton has them, and every rule that is left out is named [P-18] [C-76]', () => {
    const { tool } = parseToml(text('pyproject.toml')) as unknown as {
      tool: {
        ruff: {
          'line-length': number
          lint: {
            select: string[]
            ignore: string[]
            pydocstyle: object
            'per-file-ignores': Record<string, string[]>
          }
        }
        mypy: { strict: boolean }
        pytest: { ini_options: { addopts: string[]; xfail_strict: boolean; filterwarnings: string[] } }
      }
    }
    expect(tool.ruff['line-length']).toBe(100)
    expect(tool.ruff.lint.select).toEqual(['ALL'])
    expect(tool.ruff.lint.pydocstyle).toEqual({ convention: 'google' })
    // The formatter’s, truth values by place, long messages; the rest are the licence and languages.
    const asked = ['COM812', 'FBT001', 'FBT002', 'FBT003', 'EM101', 'EM102', 'TRY003']
    expect(tool.ruff.lint.ignore.toSorted()).toEqual([...asked, 'CPY001', 'RUF001', 'RUF002', 'RUF003'].toSorted())
    expect(tool.ruff.lint['per-file-ignores']['tests/**']).toEqual(['ANN', 'D', 'INP001', 'PLR2004', 'S101'])
    for (const code of Object.keys(ruffIgnores('3.11', true))) expect(text('CONTRIBUTING.md')).toContain(`\`${code}\``)
    expect(tool.mypy.strict).toBe(true)
    expect(tool.pytest.ini_options).toMatchObject({ xfail_strict: true, filterwarnings: ['error'] })
    expect(tool.pytest.ini_options.addopts).toEqual(expect.arrayContaining(['--strict-markers', '--strict-config']))
  })
})

test('what does not last has none of it [C-50] [P-18]', () => {
  for (const [purpose, maturity] of [
    ['library', 'production'],
    ['cli', 'production'],
    ['prototype', 'long-term'],
  ] as const) {
    const paths = [...made(purpose, maturity).keys()]
    expect(paths.filter(each => /^bench\/|^docs\/setup|^tests\/(?:unit|properties|fixtures)\//.test(each))).toEqual([])
    expect(paths.includes('src/schema_guard/diagnostics.py')).toBe(purpose === 'cli')
  }
  const service = projectFor({ ...asService(), intake: { ...asService().intake, maturity: 'long-term' } })
  expect([...service.keys()].filter(each => /^bench\/|^tests\/unit\//.test(each))).toEqual([])
})

test('a part of the skeleton for which a design has nothing is not there: tests that nobody wants, a command without parameters [P-18] [C-78]', () => {
  const bare = { ...ask, options: {} }
  const untested = made('cli', 'long-term', { components: [bare], architecture: { testing: 'none' } })
  expect([...untested.keys()].filter(each => each.startsWith('tests/'))).toEqual([])
  const units = made('library', 'long-term', { architecture: { testing: 'unit' } })
  expect([...units.keys()].filter(each => /^tests\/(?:fixtures|integration|properties)\//.test(each))).toEqual([])
  const paths = [...made('cli', 'long-term', { components: [bare] }).keys()]
  expect(paths.filter(each => each.startsWith('tests/properties/'))).toEqual([
    'tests/properties/test_utils_properties.py',
  ])
  // Without a subcommand of its own a program has nothing that an action could carry out.
  expect([...made('cli', 'long-term', { components: [] }).keys()].filter(each => each.includes('actions'))).toEqual([])
})

test('where a tree is drawn its own order of tests wins, and nothing is asked for that it does not draw [C-41] [P-18]', () => {
  const tree = [
    'src/schema_guard/__init__.py',
    'src/schema_guard/config.py',
    'src/schema_guard/exceptions.py',
    'src/schema_guard/rules.py',
    'tests/test_rules.py',
    'tests/integration/test_rules_integration.py',
    'pyproject.toml',
    'README.md',
    'LICENSE',
  ]
  const files = projectFor({
    tree,
    intake: { maturity: 'long-term' },
    architecture: { testing: 'comprehensive' },
    components: components.slice(0, 1),
  })
  expect([...files.keys()].filter(each => each.startsWith('tests/')).toSorted()).toEqual([
    'tests/integration/test_rules_integration.py',
    'tests/test_rules.py',
  ])
  expect(files.get('tests/integration/test_rules_integration.py')).not.toContain('FIXTURES')
})
