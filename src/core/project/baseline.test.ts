import { describe, expect, test } from 'vitest'
import { portraitIn, projectIn } from '../../../test/small-trees.ts'
import { type Baseline, compare, printBaseline, readBaseline, type ToolState, tightened } from './baseline.ts'
import { environmentPlan } from './environment-plan.ts'
import { testFolders } from './test-folders.ts'

const state = (ids: readonly string[], more: Partial<ToolState> = {}): ToolState => ({
  tool: 'ruff',
  place: 'pyproject.toml:1',
  command: ['ruff', 'check'],
  exit: 1,
  outcome: ids.length > 0 ? 'red' : 'green',
  metrics: {},
  receipt: 'ruff-0',
  red: ids.map(id => ({ id, rule: 'F401', path: 'a.py', line: 1, message: 'x' })),
  ...more,
})
const baseline = (...tools: readonly ToolState[]): Baseline => ({
  version: 1,
  tree: 't',
  environment: { manager: 'uv', python: '3.12.1', steps: [['sync']] },
  tools: [...tools],
})

describe('what is red today is known, what turns red later is new [P-20]', () => {
  test('is told apart by the names of findings', () => {
    const [compared] = compare(baseline(state(['a', 'b'])), baseline(state(['b', 'c'])))
    expect(compared).toMatchObject({ fresh: [{ id: 'c' }], known: [{ id: 'b' }], gone: [{ id: 'a' }], broke: false })
  })

  test('what turned green is no longer known, and what is new is not let in', () => {
    const after = tightened(baseline(state(['a', 'b'])), baseline(state(['b', 'c'])))
    expect(after.tools[0]?.red.map(each => each.id)).toEqual(['b'])
  })

  test('a tool that no longer works takes nothing out, and is told', () => {
    const today = baseline(state([], { outcome: 'crashed', reason: 'x' }))
    expect(compare(baseline(state(['a'])), today)[0]).toMatchObject({ broke: true, gone: [] })
    expect(tightened(baseline(state(['a'])), today).tools[0]?.red).toHaveLength(1)
  })

  test('a tool that could not work before is measured for the first time, and nothing of it is new', () => {
    const before = baseline(state([], { outcome: 'missing' }))
    const today = baseline(state(['a']), state(['b'], { tool: 'mypy' }))
    expect(compare(before, today)).toMatchObject([
      { first: true, fresh: [], known: [{ id: 'a' }] },
      { first: true, fresh: [] },
    ])
    expect(tightened(before, today).tools.map(each => each.red.length)).toEqual([1, 1])
  })

  test('is read as it was printed, and what is none is refused', () => {
    const one = baseline(state(['a']))
    expect(readBaseline(printBaseline(one))).toEqual(one)
    expect(readBaseline('{}')).toBeUndefined()
    expect(readBaseline('[')).toBeUndefined()
  })
})

describe('how an environment is made [P-20]', () => {
  const planOf = (tree: Readonly<Record<string, string>>) => {
    const project = projectIn({ 'a/__init__.py': '', ...tree })
    const plan = environmentPlan(project, portraitIn({ 'a/__init__.py': '', ...tree }), [])
    return 'steps' in plan ? plan.steps.map(each => each.args.join(' ')) : plan.impossible
  }
  const named = '[project]\nname = "a"\n'

  test.each([
    [
      'uv',
      { 'pyproject.toml': named, 'uv.lock': '' },
      'sync --no-python-downloads --python {python} --frozen --all-groups',
    ],
    [
      'poetry',
      { 'pyproject.toml': '[tool.poetry]\nname = "a"\n', 'poetry.lock': '' },
      'tool run poetry install --no-interaction --all-groups',
    ],
    ['pdm', { 'pyproject.toml': named, 'pdm.lock': '' }, 'tool run pdm install --dev --frozen-lockfile'],
    ['pipenv', { Pipfile: '', 'Pipfile.lock': '' }, 'tool run pipenv sync --dev'],
    [
      'pip',
      {
        '.github/workflows/t.yml': 'x:\n - run: pip install -e ".[link,gone]"\n',
        'pyproject.toml': `${named}[project.optional-dependencies]\ntest = []\nspeed = []\nlink = []\n[dependency-groups]\ndev = []\n`,
      },
      'pip install --python {env} -e .[test,link] --group dev',
    ],
    [
      'pip, unpackaged',
      { 'requirements.txt': '', 'requirements-dev.txt': '', 'requirements-gpu.txt': '', 'manage.py': 'x = 1\n' },
      'pip install --python {env} -r requirements-dev.txt -r requirements.txt',
    ],
  ] as const)('with %s', (_, tree, last) => expect(planOf(tree).at(-1)).toBe(last))

  test('what only tox, Hatch, Poetry, PDM or hooks name is asked for as well', () => {
    const tree = {
      'pyproject.toml': `${named}[tool.hatch.envs.test]\ndependencies = ["pytest>=8", "{root:uri}/x"]\n`,
      'tox.ini':
        '[testenv]\ndeps =\n  -r{toxinidir}/need.txt\n  -r gone.txt\n  py39: old==1\n  coverage>=6\n  git+https://x/y\n[testenv:docs]\ndeps = sphinx\n',
      'need.txt': '',
      '.pre-commit-config.yaml':
        'repos:\n  - repo: https://github.com/astral-sh/ruff-pre-commit\n    rev: v0.9.7\n    hooks: []\n  - repo: https://github.com/pre-commit/mirrors-mypy\n    rev: main\n',
    }
    expect(planOf(tree)).toEqual(
      expect.arrayContaining(['pip install --python {env} pytest>=8 -r need.txt coverage>=6']),
    )
    const project = projectIn({ 'a/__init__.py': '', ...tree })
    expect(environmentPlan(project, portraitIn(tree), [])).toMatchObject({
      tools: { ruff: 'ruff==0.9.7', mypy: 'mypy' },
    })
  })

  test('where Poetry or PDM fails, pip takes what they declare', () => {
    const tree = {
      'a/__init__.py': '',
      'poetry.lock': '',
      'pyproject.toml':
        '[tool.poetry]\nname = "a"\n[tool.poetry.group.dev.dependencies]\npytest = "^8.1"\nruff = "*"\nmypy = { version = "~1.2", extras = ["d"] }\nx = { path = "../x" }\n',
    }
    const plan = environmentPlan(projectIn(tree), portraitIn(tree), [])
    expect('fallback' in plan && plan.fallback?.map(each => each.args.join(' '))).toEqual([
      'venv --clear --python {python} {env}',
      'pip install --python {env} -e .',
      'pip install --python {env} pytest>=8.1,<9 ruff mypy[d]>=1.2,<1.3',
    ])
  })

  test.each([
    [
      { 'tests/test_a.py': 'def test_x(): ...\n', 'a/tests/test_b.py': 'def test_x(): ...\n', 'bench/test_c.py': '' },
      ['a', 'tests'],
    ],
    [{ 'test_a.py': 'def test_x(): ...\n', 'tests/test_b.py': 'def test_x(): ...\n' }, []],
    [{ 'tests/test_a.py': 'def test_x(): ...\n', 'pytest.ini': '[pytest]\ntestpaths = tests\n' }, []],
  ])('pytest is told where tests lie where its settings do not: %j', (tree, folders) => {
    expect(
      [...testFolders(projectIn({ 'pyproject.toml': named, 'a/__init__.py': '', ...tree }))].toSorted((a, b) =>
        a < b ? -1 : 1,
      ),
    ).toEqual(folders)
  })

  test('one that Trysquare does not make is said', () => {
    expect(planOf({ 'environment.yml': 'name: a\n' })).toContain('conda')
  })
})
