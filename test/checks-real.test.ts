import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { beforeAll, expect, test } from 'vitest'
import { ownPath } from '../src/base/repo-path.ts'
import type { Check, CheckRequest, ProjectFacts } from '../src/ports/check.ts'
import { loadAll } from '../src/ports/registry.ts'
import style from '../src/shelves/checks/style/check.ts'
import syntax from '../src/shelves/checks/syntax/check.ts'
import testProof from '../src/shelves/checks/test-proof/check.ts'
import tests from '../src/shelves/checks/tests/check.ts'
import types from '../src/shelves/checks/types/check.ts'
import { rules as shelf } from '../src/shelves/rules/registry.ts'

const pins = ['ruff==0.17.3', 'mypy==2.4.1', 'pytest==9.2.0', 'pytest-cov==7.1.0']
const hash = createHash('sha256').update(pins.join()).digest('hex').slice(0, 12)
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'trysquare')
const environment = join(cache, `test-env-${hash}`)
const bin = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin')

const uv = (): string | undefined =>
  [
    join(cache, 'tools', 'bin', 'uv'),
    join(cache, 'tools', 'uv'),
    ...(process.env['PATH'] ?? '').split(':').map(folder => join(folder, 'uv')),
  ].find(existsSync)

/** The environment is made once for these pins; `ready` is written last, so that a torn one is made again. */
const makeEnvironment = async (): Promise<void> => {
  if (existsSync(join(environment, 'ready'))) return
  await mkdir(cache, { recursive: true })
  await rm(environment, { recursive: true, force: true })
  const found = uv()
  const python = join(bin, 'python')
  if (found) {
    await execa(found, ['venv', '--quiet', environment])
    await execa(found, ['pip', 'install', '--quiet', '--python', python, ...pins])
  } else {
    await execa('python3', ['-m', 'venv', environment])
    await execa(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...pins])
  }
  await writeFile(join(environment, 'ready'), pins.join('\n'))
}

beforeAll(makeEnvironment, 300_000)

const facts: ProjectFacts = {
  package: 'counting',
  requirements: [],
  dev_requirements: ['pytest', 'pytest-cov', 'ruff', 'mypy'],
  distributions: {},
  python: '3.11',
  contracts: new Map(),
  coverage: 80,
  untested: false,
}

/** Runs a check's command as the effect does: scratch files in, the environment's own program, scratch files out. */
const run = async (
  unit: Check,
  files: Readonly<Record<string, string>>,
  options: {
    readonly nonce?: string
    readonly focus?: readonly string[]
    readonly project?: Partial<ProjectFacts>
    readonly programs?: string
  } = {},
) => {
  const root = await mkdtemp(join(tmpdir(), 'tsq-checks-'))
  const [folder, scratch] = [join(root, 'project'), join(root, 'scratch')]
  try {
    await mkdir(folder)
    await mkdir(scratch)
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    }
    const project = { ...facts, ...options.project }
    const tree = Object.keys(files).map(ownPath)
    const request: CheckRequest = {
      files: new Map(tree.map(path => [path, files[path] ?? ''])),
      tree,
      focus: (options.focus?.map(ownPath) ?? tree).filter(path => unit.appliesTo(path, { project }) === true),
      project,
    }
    const command = unit.tool!.command(request, 'the-nonce')
    const inScratch = (text: string) => text.replaceAll('{scratch}', scratch)
    for (const [name, source] of Object.entries(command.scratchFrom ?? {})) {
      await cp(fileURLToPath(new URL(`../src/shelves/checks/${source}`, import.meta.url)), join(scratch, name))
    }
    for (const [name, text] of Object.entries(command.scratch ?? {})) await writeFile(join(scratch, name), text)
    const ended = await execa(join(options.programs ?? bin, command.program), command.args.map(inScratch), {
      cwd: folder,
      reject: false,
      stdin: 'ignore',
      timeout: 60_000,
      extendEnv: false,
      env: {
        PATH: `${options.programs ?? bin}:/usr/bin:/bin`,
        HOME: root,
        ...Object.fromEntries(Object.entries(command.env ?? {}).map(([key, value]) => [key, inScratch(value)])),
      },
    })
    const collected: Record<string, string | undefined> = {}
    for (const name of command.collect ?? []) {
      collected[name] = await readFile(join(scratch, name), 'utf8').catch(() => undefined)
    }
    const outcome = {
      exit: ended.exitCode,
      timedOut: ended.timedOut,
      stdout: ended.stdout,
      stderr: ended.stderr,
      collected,
    }
    return { ...unit.tool!.read(outcome, request, options.nonce ?? 'the-nonce'), ended: outcome }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

const rules = ({
  findings,
}: {
  readonly findings: readonly { readonly rule: string; readonly path: string; readonly line?: number }[]
}) => findings.map(each => `${each.path}:${each.line ?? '-'} ${each.rule}`)

const good = {
  'pyproject.toml':
    '[project]\nname = "counting"\nversion = "1"\n\n[tool.pytest.ini_options]\npythonpath = ["src"]\n\n[tool.mypy]\nmypy_path = "src"\nexplicit_package_bases = true\n',
  'src/counting/__init__.py':
    '"""Counting."""\n\n\ndef add(a: int, b: int) -> int:\n    """Add."""\n    return a + b\n',
  'tests/test_add.py': 'from counting import add\n\n\ndef test_add() -> None:\n    assert add(1, 2) == 3\n',
}

test('the real interpreter compiles every file and runs none [K-10]', async () => {
  expect(rules(await run(syntax, good))).toEqual([])
  const bad = {
    ...good,
    'src/counting/broken.py': 'def f():\n    return = 1\n',
    'src/counting/boom.py': 'raise SystemExit("it ran")\n',
  }
  const seen = await run(syntax, bad)
  expect(rules(seen)).toEqual(['src/counting/broken.py:2 invalid-syntax'])
  expect(seen.metrics['files']).toBe(4)
})

test('the environment’s own Ruff lints and formats with the project’s settings [K-13]', async () => {
  expect(rules(await run(style, good))).toEqual([])
  const seen = await run(style, {
    ...good,
    'src/counting/extra.py': 'import os\nx=1\n',
    'src/counting/broken.py': 'def (\n',
  })
  expect(rules(seen)).toEqual(
    expect.arrayContaining([
      'src/counting/extra.py:1 F401',
      expect.stringContaining('extra.py:2 unformatted'),
      expect.stringContaining('broken.py:1 invalid-syntax'),
    ]),
  )
})

test('settings that Ruff cannot read are a crash, never a pass [K-03]', async () => {
  const seen = await run(style, { ...good, 'ruff.toml': 'nonsense = 1\n' })
  expect(seen.unable?.how).toBe('crashed')
})

test('mypy looks at the whole repository, strictly, whatever the settings say [K-14]', async () => {
  expect(rules(await run(types, good))).toEqual([])
  const seen = await run(
    types,
    { ...good, 'src/counting/loose.py': 'def f(x):\n    return x\n' },
    { focus: ['src/counting/__init__.py'] },
  )
  expect(rules(seen)).toEqual(['src/counting/loose.py:1 no-untyped-def'])
})

const loose = 'def f(x):\n    return x\n'
const withMypy = (lines: string) => ({
  ...good,
  'pyproject.toml': good['pyproject.toml'].replace('[tool.mypy]\n', `[tool.mypy]\n${lines}`),
  'src/counting/loose.py': loose,
})

test.for<readonly [string, Readonly<Record<string, string>>, string]>([
  [
    'a comment',
    { ...good, 'src/counting/loose.py': `# mypy: ignore-errors\n${loose}` },
    'src/counting/loose.py:1 loosened',
  ],
  [
    'a bare ignore of the file',
    { ...good, 'src/counting/loose.py': `# type: ignore\n${loose}` },
    'src/counting/loose.py:1 loosened',
  ],
  ['ignore_errors', withMypy('ignore_errors = true\n'), 'pyproject.toml:9 loosened'],
  ['exclude', withMypy('exclude = "loose"\n'), 'pyproject.toml:9 loosened'],
  ['follow_imports', withMypy('follow_imports = "skip"\n'), 'pyproject.toml:9 loosened'],
  ['disable_error_code', withMypy('disable_error_code = ["no-untyped-def"]\n'), 'pyproject.toml:9 loosened'],
  [
    'an override',
    {
      ...good,
      'pyproject.toml': `${good['pyproject.toml']}\n[[tool.mypy.overrides]]\nmodule = "counting.loose"\ndisallow_untyped_defs = false\n`,
      'src/counting/loose.py': loose,
    },
    'pyproject.toml:14 loosened',
  ],
  [
    'another file',
    { ...good, 'mypy.ini': '[mypy]\nignore_errors = True\n', 'src/counting/loose.py': loose },
    'mypy.ini:1 loosened',
  ],
  [
    'a stub',
    { ...good, 'src/counting/loose.py': loose, 'src/counting/loose.pyi': '' },
    'src/counting/loose.pyi:1 loosened',
  ],
])('%s cannot loosen mypy: it is told where it stands [K-14]', async ([, files, wanted]) => {
  expect(rules(await run(types, files))).toContain(wanted)
})

test('an ignore without a code is refused, one with a code and untyped libraries are not [K-14]', async () => {
  const bare = { ...good, 'src/counting/loose.py': 'x: int = "a"  # type: ignore\n' }
  expect(rules(await run(types, bare))).toEqual(['src/counting/loose.py:1 ignore-without-code'])
  const fine = {
    ...good,
    'pyproject.toml': `${good['pyproject.toml']}\n[[tool.mypy.overrides]]\nmodule = ["boto.*"]\nignore_missing_imports = true\n`,
    'src/counting/loose.py': 'import boto.thing\n\nx: int = "a"  # type: ignore[assignment]\n',
  }
  expect(rules(await run(types, fine))).toEqual([])
})

test('a comment that silences Ruff for a file is a finding, a noqa with its code is none [K-13]', async () => {
  const seen = await run(style, {
    ...good,
    'src/counting/a.py': '# ruff: noqa\nimport os\n',
    'src/counting/b.py': 'import os  # noqa: F401\n',
  })
  expect(rules(seen)).toEqual(['src/counting/a.py:1 blanket-noqa'])
})

test('mypy without files, or with settings that it cannot read, is no pass [K-02b, K-03]', async () => {
  expect((await run(types, { 'README.md': '' })).unable).toBeDefined()
  expect(
    (await run(types, { ...good, 'src/a/x.py': '', 'src/b/__init__.py': 'def (\n' })).findings.length,
  ).toBeGreaterThan(0)
})

test('tests are counted from inside the run, with their coverage [K-15]', async () => {
  const seen = await run(tests, good)
  expect(rules(seen)).toEqual([])
  expect(seen.unable).toBeUndefined()
  expect(seen.metrics).toMatchObject({ tests_executed: 1, tests_passed: 1, coverage_percent: 100 })
  expect(seen.byFile?.['tests/test_add.py']).toMatchObject({ tests_passed: 1 })
})

test('a failed test is a finding at the line of its assertion [K-15]', async () => {
  const seen = await run(tests, {
    ...good,
    'tests/test_more.py':
      'from counting import add\n\n\nclass TestAdd:\n    def test_wrong(self) -> None:\n        total = add(1, 2)\n        assert total == 4\n',
  })
  expect(rules(seen)).toEqual(['tests/test_more.py:7 test-failed'])
  expect(seen.findings[0]).toMatchObject({
    symbol: 'TestAdd.test_wrong',
    message: expect.stringContaining('assert 3 == 4'),
  })
})

test('printed figures prove nothing: no test, all skipped or all expected to fail are failures [K-15]', async () => {
  const bodies = {
    'tests/test_none.py': 'print("5 passed")\n',
    'tests/test_skipped.py': 'import pytest\n\n\n@pytest.mark.skip\ndef test_a():\n    pass\n',
    'tests/test_xfail.py': 'import pytest\n\n\n@pytest.mark.xfail\ndef test_a():\n    assert 0\n',
  }
  const seen = await run(tests, { ...good, ...bodies }, { project: { coverage: 0 } })
  expect(rules(seen)).toEqual(Object.keys(bodies).map(path => `${path}:- no-test-executed`))
})

const more = 'def test_two():\n    assert 1 + 1 == 2\n\n\ndef test_three():\n    assert 1 + 2 == 3\n'
const withPytest = (lines: string) => ({
  ...good,
  'pyproject.toml': good['pyproject.toml'].replace('pythonpath', `${lines}\npythonpath`),
  'tests/test_more.py': more,
})

test.for<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    '--ignore',
    withPytest('addopts = "--ignore=tests/test_more.py"'),
    ['pyproject.toml:6 loosened', 'tests/test_more.py:- no-test-executed'],
  ],
  [
    '--deselect',
    withPytest('addopts = ["--deselect", "tests/test_more.py::test_two"]'),
    ['pyproject.toml:6 loosened', 'tests/test_more.py:- not-run'],
  ],
  ['-k', withPytest("addopts = \"'-q'k 'not two'\""), ['pyproject.toml:6 loosened', 'tests/test_more.py:- not-run']],
  // It leaves nothing out, since the run overrides it; in anybody else's it would.
  [
    '-x',
    { ...withPytest('addopts = "-vx --maxfail=1"'), 'tests/test_a.py': 'def test_a():\n    assert 0\n' },
    ['pyproject.toml:6 loosened', 'pyproject.toml:6 loosened', 'tests/test_a.py:2 test-failed'],
  ],
  ['python_functions', withPytest('python_functions = ["test_add", "test_three"]'), ['pyproject.toml:6 loosened']],
  [
    'collect_ignore',
    { ...withPytest(''), 'tests/conftest.py': 'collect_ignore = ["test_more.py"]\n' },
    ['tests/test_more.py:- no-test-executed'],
  ],
  [
    'a hook that takes tests away and tells nobody',
    { ...withPytest(''), 'tests/conftest.py': 'def pytest_collection_modifyitems(items):\n    del items[1:-1]\n' },
    ['tests/test_more.py:- not-run'],
  ],
  [
    'a pytest.ini',
    { ...withPytest(''), 'pytest.ini': '[pytest]\npythonpath = src\naddopts = -k "not two"\n' },
    ['pytest.ini:1 loosened', 'tests/test_more.py:- not-run'],
  ],
])('%s cannot hide tests [K-15]', async ([, files, wanted]) => {
  expect(rules(await run(tests, files, { project: { coverage: 0 } }))).toEqual(wanted)
})

const overturning = `import pytest


class Kind:
    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self):
        report = yield
        report.outcome = "passed"
        return report


class Deaf:
    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self):
        try:
            return (yield)
        except Exception:
            return None
`
test.each([
  [
    'a hook of a conftest.py',
    { 'tests/conftest.py': `${overturning}\n\npytest_runtest_makereport = Kind().pytest_runtest_makereport\n` },
    '',
  ],
  [
    'one that hides what was raised',
    { 'tests/conftest.py': `${overturning}\n\npytest_runtest_call = Deaf().pytest_runtest_call\n` },
    '',
  ],
  [
    'a plug-in that an imported module brings',
    { 'src/counting/kind.py': overturning },
    'import pytest\nfrom counting.kind import Kind\n\n\n@pytest.fixture(autouse=True)\ndef kind(request):\n    request.config.pluginmanager.register(Kind())\n\n\n',
  ],
])('%s cannot make a failing test pass [K-15]', async (_, files, head) => {
  const text = `${head}def test_wrong():\n    assert 1 == 2\n`
  const seen = await run(tests, { ...good, ...files, 'tests/test_more.py': text }, { project: { coverage: 0 } })
  const told = seen.findings.find(each => each.path === 'tests/test_more.py')
  expect(told).toMatchObject({ rule: 'test-failed' })
  expect(told?.message).toContain('it raised AssertionError')
})

test('what pytest itself lets a test raise is no failure [K-15]', async () => {
  const text = `import unittest

import pytest


def test_fine():
    assert True


def test_skipped():
    pytest.skip("not here")


@pytest.mark.xfail(reason="known")
def test_known():
    assert 1 == 2


def test_told():
    pytest.xfail("known")


class TestOld(unittest.TestCase):
    @unittest.expectedFailure
    def test_old(self):
        self.assertEqual(1, 2)
`
  const seen = await run(tests, { ...good, 'tests/test_more.py': text }, { project: { coverage: 0 } })
  expect(seen.findings).toEqual([])
  expect(seen.metrics).toMatchObject({ tests_skipped: 1, tests_expected_to_fail: 3, tests_failed: 0 })
})

test('code cannot be hidden from coverage [K-15]', async () => {
  const code = 'def f(x: int) -> int:\n    return x\n'
  const omit = await run(tests, {
    ...good,
    'pyproject.toml': `${good['pyproject.toml']}\n[tool.coverage.run]\nomit = ["*/more.py"]\n\n[tool.coverage.report]\nexclude_also = ["return"]\n`,
    'src/counting/more.py': code,
  })
  expect(rules(omit)).toEqual([
    'pyproject.toml:13 loosened',
    'pyproject.toml:16 loosened',
    'src/counting/more.py:- not-measured',
  ])
  const pragma = await run(tests, { ...good, 'src/counting/more.py': code.replace('int:', 'int:  # pragma: no cover') })
  expect(rules(pragma)).toEqual(['src/counting/more.py:1 loosened'])
})

test('tests that lie in the package are no code to be covered; what poses as one is found [K-15]', async () => {
  const beside = {
    ...good,
    'pyproject.toml': `${good['pyproject.toml']}\n[tool.coverage.run]\nomit = ["*/test_*.py"]\n`,
    'src/counting/test_more.py': 'from counting import add\n\n\ndef test_more() -> None:\n    assert add(2, 2) == 4\n',
  }
  expect(rules(await run(tests, beside))).toEqual([])
  const posing = { ...beside, 'src/counting/test_sum.py': 'def f(x: int) -> int:\n    return x\n' }
  expect(rules(await run(tests, posing))).toEqual(['src/counting/test_sum.py:- no-test-executed'])
  const wider = { ...beside, 'pyproject.toml': beside['pyproject.toml'].replace('py"]', 'py", "*/more.py"]') }
  expect(rules(await run(tests, wider))).toEqual(['pyproject.toml:13 loosened'])
})

test('a total that leaves files of the package out is no coverage [K-15]', async () => {
  const hidden = await run(tests, { ...good, 'src/counting/deep/more.py': 'def f(x: int) -> int:\n    return x\n' })
  expect(rules(hidden)).toEqual(['src/counting/deep/more.py:- not-measured'])
  const shadow = Object.fromEntries(
    Object.entries(good).flatMap(([path, text]) =>
      path.startsWith('src/') ? [[path.replace('src/', 'shadow/'), text]] : [],
    ),
  )
  const elsewhere = await run(tests, {
    ...good,
    ...shadow,
    'pyproject.toml': good['pyproject.toml'].replace('pythonpath = ["src"]', 'pythonpath = ["shadow"]'),
  })
  expect(rules(elsewhere)).toContain('src/counting/__init__.py:- not-measured')
  expect(rules(elsewhere).filter(each => each.endsWith('loosened'))).toHaveLength(1)
})

test('a file that cannot be loaded is a finding with its cause [K-15]', async () => {
  const seen = await run(tests, { ...good, 'tests/test_lost.py': 'import nowhere_at_all\n' })
  expect(rules(seen)).toContain('tests/test_lost.py:- collection-error')
  expect(seen.findings.find(each => each.rule === 'collection-error')?.message).toContain('nowhere_at_all')
})

test('one file that cannot be loaded is blamed alone: the others run, or say for whose sake they did not [K-15] [C-68]', async () => {
  const deep = { ...good, 'tests/deep/test_more.py': 'def test_more():\n    assert 1 + 1 == 2\n' }
  const lost = await run(tests, { ...deep, 'tests/test_lost.py': 'import nowhere_at_all\n' })
  expect(rules(lost)).toEqual(['tests/test_lost.py:- collection-error'])
  expect(lost.metrics['tests_passed']).toBe(2)
  expect(lost.unjudged).toEqual({})
  const [below, above] = await Promise.all(
    ['tests/deep/conftest.py', 'conftest.py'].map(path => run(tests, { ...deep, [path]: 'import nowhere_at_all\n' })),
  )
  expect(rules(below!)).toEqual(['tests/deep/conftest.py:- collection-error'])
  expect(below?.unjudged).toEqual({
    'tests/deep/test_more.py': 'not run: pytest could not load tests/deep/conftest.py',
  })
  expect(rules(above!)).toEqual(['conftest.py:- collection-error'])
  expect(above?.findings[0]?.message).toContain('nowhere_at_all')
  expect(Object.keys(above?.unjudged ?? {})).toEqual(['tests/test_add.py', 'tests/deep/test_more.py'])
})

test('a file that ends the program when it is loaded is blamed alone, and by its line [K-15] [C-68]', async () => {
  const ends = {
    'tests/test_main.py': 'import unittest\n\nunittest.main()\n',
    'tests/test_stopped.py': 'raise KeyboardInterrupt\n',
    'tests/deep/conftest.py': 'raise SystemExit(0)\n',
  }
  const all = { ...good, ...ends, 'tests/deep/test_more.py': 'def test_more():\n    assert 1 + 1 == 2\n' }
  const [seen, first, through] = await Promise.all([
    run(tests, all),
    run(tests, { ...good, 'tests/conftest.py': 'import sys\n\nsys.exit()\n' }),
    // Whether the test or what it loads is at fault, nobody can say then.
    run(tests, {
      ...good,
      'src/counting/more.py': 'raise SystemExit(3)\n',
      'tests/test_more.py': 'import counting.more\n',
    }),
  ])
  expect(rules(seen).toSorted()).toEqual([
    'tests/deep/conftest.py:1 ends-the-run',
    'tests/test_main.py:3 ends-the-run',
    'tests/test_stopped.py:1 ends-the-run',
  ])
  expect(seen.findings.find(each => each.path === 'tests/test_main.py')?.message).toContain('SystemExit')
  expect(seen.metrics['tests_passed']).toBe(1)
  expect(Object.keys(seen.unjudged ?? {})).toEqual(['tests/deep/test_more.py'])
  expect(rules(first)).toEqual(['tests/conftest.py:3 ends-the-run'])
  expect(Object.keys(first.unjudged ?? {})).toEqual(['tests/test_add.py'])
  expect(rules(through)).toEqual(['tests/test_more.py:- collection-error'])
  expect(through.findings[0]?.message).toContain('SystemExit: 3 at src/counting/more.py:1')
})

test('a test that would end the whole run fails, and the others run [K-15]', async () => {
  const seen = await run(
    tests,
    {
      ...good,
      'tests/test_a.py':
        'import pytest\n\n\n@pytest.fixture\ndef stop():\n    yield\n    pytest.exit("Enough.")\n\n\ndef test_a(stop):\n    assert 1 + 1 == 2\n\n\ndef test_b():\n    raise KeyboardInterrupt\n',
    },
    { project: { coverage: 0 } },
  )
  expect(rules(seen)).toEqual(['tests/test_a.py:10 test-error', 'tests/test_a.py:14 test-failed'])
  for (const { message } of seen.findings) expect(message).toContain('would have ended the whole run')
  expect(seen.byFile?.['tests/test_add.py']).toMatchObject({ tests_passed: 1 })
})

test('what ends the interpreter is blamed alone, by its line where it is known [K-15] [C-68]', async () => {
  const imported = {
    ...good,
    'tests/test_more.py': 'import counting.more\n\n\ndef test_more():\n    assert counting.more\n',
  }
  const [loaded, source, running, killed] = await Promise.all([
    run(tests, { ...good, 'tests/test_ends.py': 'import os\n\nos._exit(0)\n' }),
    run(tests, { ...imported, 'src/counting/more.py': 'import os\n\nos._exit(3)\n' }),
    run(tests, { ...good, 'tests/test_ends.py': 'import os\n\n\ndef test_ends():\n    os._exit(0)\n' }),
    run(tests, {
      ...good,
      'tests/test_ends.py': 'import os\nimport signal\n\n\ndef test_ends():\n    os.abort()\n',
    }),
  ])
  expect(rules(loaded)).toEqual(['tests/test_ends.py:3 ends-the-run'])
  expect(loaded.findings[0]?.message).toContain('os._exit(0) ends the interpreter')
  expect(loaded.unjudged).toEqual({ 'tests/test_add.py': 'not run: tests/test_ends.py ended the interpreter' })
  expect(rules(source)).toEqual(['src/counting/more.py:3 ends-the-run'])
  expect(Object.keys(source.unjudged ?? {})).toEqual(['tests/test_add.py', 'tests/test_more.py'])
  expect(rules(running)).toEqual(['tests/test_ends.py:5 ends-the-run'])
  expect(rules(killed)).toEqual(['tests/test_ends.py:- ends-the-run'])
  expect(killed.findings[0]?.message).toContain('while test_ends ran')
})

test('who ends the interpreter cannot lay the blame on a file that is not there, nor say much [K-02] [K-15]', async () => {
  const ends = (path: string, by: string) =>
    [
      'import json',
      'import os',
      'from pathlib import Path',
      '',
      'import trysquare_probe',
      '',
      '',
      'def test_ends():',
      `    doing = {"path": "${path}", "test": None, "line": 1, "by": ${by}}`,
      '    Path(trysquare_probe.__file__).with_name("doing.json").write_text(json.dumps(doing))',
      '    os.abort()',
      '',
    ].join('\n')
  const [nowhere, endless] = await Promise.all([
    run(tests, { ...good, 'tests/test_ends.py': ends('tests/none.py', '"x"') }),
    run(tests, { ...good, 'tests/test_ends.py': ends('tests/test_add.py', '"A" * 300_000') }),
  ])
  for (const seen of [nowhere, endless]) {
    expect(rules(seen)).toEqual([])
    expect(JSON.stringify([seen.findings, seen.unjudged, seen.unable])).not.toMatch(/tests\/none|AAAA/)
    expect(seen.unable).toMatchObject({ how: 'crashed' })
  }
})

test('a source that a conftest.py cannot import is told before the conftest.py [K-15] [C-68]', async () => {
  const seen = await run(tests, {
    ...good,
    'src/counting/more.py': 'RATE = 1 / 0\n',
    'tests/conftest.py': 'import counting.more\n',
  })
  expect(rules(seen)).toEqual(['src/counting/more.py:1 collection-error', 'tests/conftest.py:- collection-error'])
  expect(seen.findings[0]?.message).toContain('ZeroDivisionError: division by zero, when tests/conftest.py imports it')
  expect(Object.keys(seen.unjudged ?? {})).toEqual(['tests/test_add.py'])
})

test('too little coverage is a finding at the file that lacks most [K-15]', async () => {
  const seen = await run(tests, {
    ...good,
    'src/counting/more.py': 'def f(x: int) -> int:\n    if x:\n        return 1\n    return 2\n',
  })
  expect(rules(seen)).toEqual(['src/counting/more.py:1 coverage'])
})

test('a part of the tests is not held against the coverage of all [K-15]', async () => {
  const files = { ...good, 'tests/test_two.py': 'def test_two():\n    assert 1 + 1 == 2\n' }
  const strict = {
    ...files,
    'pyproject.toml': good['pyproject.toml'].replace(
      'pythonpath',
      'addopts = "--cov=counting --cov-fail-under=99"\npythonpath',
    ),
  }
  const seen = await run(tests, strict, { focus: ['tests/test_two.py'] })
  expect(seen.unable).toBeUndefined()
  expect(rules(seen)).toEqual([])
  expect(seen.metrics).toMatchObject({ tests_passed: 1, tests_collected: 1 })
})

test('a result of another run, a result that the project wrote, and no result are no pass [K-15, K-02]', async () => {
  expect((await run(tests, good, { nonce: 'another' })).unable?.reason).toContain('not written by this run')
  const silent = await run(tests, { ...good, 'conftest.py': 'import os\n\nprint("1 passed")\nos._exit(0)\n' })
  expect(rules(silent)).toEqual(['conftest.py:4 ends-the-run'])
  expect(silent.metrics).not.toHaveProperty('tests_passed')
  const forged =
    'import json, os, trysquare_probe\n\nanswer = {"nonce": "guess", "exit": 0, "collected": 1, "deselected": 0, "unrun": {}, "errors": [], "tests": []}\n(trysquare_probe.SCRATCH / "tests.json").write_text(json.dumps(answer))\nos._exit(0)\n'
  expect((await run(tests, { ...good, 'conftest.py': forged })).unable?.reason).toContain('not written by this run')
  const shadow = await run(tests, { ...good, 'pytest.py': 'print("9 passed")\n' })
  expect(shadow.metrics['tests_passed']).toBe(1)
  const thief = await run(tests, {
    ...good,
    'conftest.py':
      'import pathlib, sys\n\nimport trysquare_probe\n\nassert not (trysquare_probe.SCRATCH / "orders.json").exists()\n',
  })
  expect(rules(thief)).toEqual([])
  expect(thief.unable).toBeUndefined()
})

test('the plug-in stops a test that hangs, and names it [K-15]', async () => {
  const hanging = {
    ...tests,
    tool: {
      ...tests.tool!,
      command: (request: CheckRequest, nonce: string) => {
        const command = tests.tool!.command(request, nonce)
        return { ...command, env: { ...command.env, TRYSQUARE_TEST_SECONDS: '0.3' } }
      },
    },
  }
  const seen = await run(hanging, {
    ...good,
    'tests/test_slow.py': 'import time\n\n\ndef test_slow():\n    time.sleep(30)\n',
  })
  expect(rules(seen)).toEqual([expect.stringMatching(/^tests\/test_slow.py:\d+ test-failed$/)])
  expect(seen.findings[0]?.message).toContain('took longer than 0.3 s')
})

const counting = {
  ...good,
  'src/counting/__init__.py': `"""Counting."""


class Counter:
    """Counts."""

    def __init__(self) -> None:
        self.total = 0

    def add(self, number: int) -> None:
        self.total += number


def find(names: list[str], name: str) -> str | None:
    return next((each for each in names if each == name), None)


def go(number: int) -> int:
    if number < 0:
        raise ValueError(number)
    return number + 1


async def wait(number: int) -> int:
    return number


BASE = go(0)
`,
}

test('a test that passes although nothing works is named, and one that cannot pass then is not [K-15a]', async () => {
  const found = await run(testProof, {
    ...counting,
    'tests/helpers.py': 'def expect_one(value: object) -> None:\n    assert value == 1\n',
    'tests/test_add.py': `import pytest

from counting import BASE, Counter, find, go
from helpers import expect_one


def test_expects_nothing() -> None:
    go(1)


def test_swallows() -> None:
    try:
        assert go(1) == 2
    except Exception:
        pass


def test_says_nothing_of_it() -> None:
    go(1)
    assert [1] == [1]


def test_result() -> None:
    assert go(1) == 2


def test_nothing_is_the_result() -> None:
    assert find(["a"], "b") is None


def test_effect() -> None:
    counter = Counter()
    counter.add(2)
    assert counter.total == 2


def test_error() -> None:
    with pytest.raises(ValueError):
        go(-1)


def test_by_a_helper() -> None:
    expect_one(go(0))


def test_of_no_function() -> None:
    assert BASE == 1
`,
  })
  expect(rules(found)).toEqual(['tests/test_add.py:7 vacuous-test', 'tests/test_add.py:11 vacuous-test'])
  expect(found.metrics).toEqual({ files: 1, tests_proved: 6, tests_vacuous: 2, tests_apart: 1 })
}, 60_000)

test('what cannot be loaded is no proof, and who forges the result proves nothing [K-15a, K-02]', async () => {
  const broken = await run(testProof, { ...counting, 'tests/test_add.py': 'import nothing_of_that_name\n' })
  expect([rules(broken), broken.unjudged]).toEqual([[], { 'tests/test_add.py': 'not run: pytest could not load it' }])
  const forging = `import json
from pathlib import Path
import sys


def test_forges() -> None:
    for folder in map(Path, sys.path):
        for name in ("proof.json", "nothing.json"):
            if (folder / "prove.py").exists():
                answer = {"nonce": "mine", "first": {"nonce": "mine", "errors": [], "tests": []}, "again": None}
                (folder / name).write_text(json.dumps(answer))
`
  const forged = await run(testProof, { ...counting, 'tests/test_add.py': forging }, { nonce: 'another' })
  expect(forged.unable?.how).toBe('crashed')
}, 60_000)

test('an environment without the tool says so, and is not a pass [K-03]', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'tsq-bare-'))
  try {
    await execa('python3', ['-m', 'venv', '--without-pip', bare])
    const programs = join(bare, 'bin')
    expect((await run(style, good, { programs })).unable?.how).toBe('missing')
    expect((await run(tests, good, { programs })).unable?.how).toBe('missing')
  } finally {
    await rm(bare, { recursive: true, force: true })
  }
})

test('every security rule of Ruff that is not on trial is a rule of ours [K-16]', async () => {
  const { stdout } = await execa(join(bin, 'ruff'), ['rule', '--all', '--output-format', 'json'])
  const ofRuff: readonly { readonly code: string | null; readonly status?: object }[] = JSON.parse(stdout)
  const codes = ofRuff.filter(each => each.status && 'Stable' in each.status).map(each => each.code ?? '')
  const ours = (await loadAll(shelf)).flatMap(({ look }) => (look.by === 'ruff' ? [look.code] : []))
  const wanted = codes.filter(code => /^S\d/.test(code))
  expect(wanted.length).toBeGreaterThan(50)
  expect(wanted.filter(code => !ours.includes(code))).toEqual([])
})
