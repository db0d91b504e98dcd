import { describe, expect, test } from 'vitest'
import { portraitIn, projectIn } from '../../../test/small-trees.ts'
import { type Baseline, compare, printBaseline, readBaseline, type ToolState, tightened } from './baseline.ts'
import { environmentPlan } from './environment-plan.ts'

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
        'pyproject.toml': `${named}[project.optional-dependencies]\ntest = []\nspeed = []\n[dependency-groups]\ndev = []\n`,
      },
      'pip install --python {env} -e .[test] --group dev',
    ],
    [
      'pip, unpackaged',
      { 'requirements.txt': '', 'requirements-dev.txt': '', 'requirements-gpu.txt': '', 'manage.py': 'x = 1\n' },
      'pip install --python {env} -r requirements-dev.txt -r requirements.txt',
    ],
  ] as const)('with %s', (_, tree, last) => expect(planOf(tree).at(-1)).toBe(last))

  test('one that Trysquare does not make is said', () => {
    expect(planOf({ 'environment.yml': 'name: a\n' })).toContain('conda')
  })
})
