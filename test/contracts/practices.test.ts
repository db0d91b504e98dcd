import { expect, test } from 'vitest'
import { compose } from '../../src/app/compose.ts'
import { explain, explainable } from '../../src/app/use-cases/explain.ts'
import { portraitOf } from '../../src/core/project/portrait.ts'
import { silent } from '../../src/doors/cli/reporter.ts'
import { projectIn } from '../small-trees.ts'

const world = compose({ cwd: import.meta.dirname, env: {}, home: import.meta.dirname, user: 'ada' }, silent)
const practices = await world.shelves.practices()

const modern: Readonly<Record<string, string>> = {
  'pyproject.toml': [
    '[project]',
    'name = "good"',
    'version = "1.0"',
    'requires-python = ">=3.11"',
    'dependencies = ["httpx>=0.28"]',
    '[build-system]',
    'build-backend = "uv_build"',
    '[tool.ruff]',
    '[tool.mypy]',
    'strict = true',
    '[tool.pytest.ini_options]',
    'addopts = "--strict-markers --strict-config"',
    '[tool.coverage.report]',
    'fail_under = 80',
  ].join('\n'),
  'uv.lock': '',
  'src/good/__init__.py': '',
  'src/good/py.typed': '',
  'src/good/fetch.py': 'import httpx\n\n\ndef fetch() -> None:\n    httpx.get("x")\n',
  'tests/test_fetch.py': 'def test_fetch(): ...\n',
  '.github/workflows/ci.yml': 'jobs:\n  - run: uv run pytest\n',
  '.pre-commit-config.yaml': '',
  LICENSE: 'MIT',
  'CHANGELOG.md': '# Changes\n',
  'docs/index.md': '# Guide\n',
}

const bare: Readonly<Record<string, string>> = {
  'setup.py': 'from setuptools import setup\nsetup(name="bad", install_requires=["flask"])\n',
  'bad/__init__.py': 'import flask\nimport requests\n\n\ndef run(): ...\n',
  'bad/util.py': '__version__ = "1"\ndef help_(): ...\n',
  'tests/test_other.py': 'def test_x(): ...\n',
  'pytest.ini': '[pytest]\naddopts = -q\n',
}

const measured = (tree: Readonly<Record<string, string>>) => {
  const project = projectIn(tree)
  return new Map(practices.map(each => [each.id, each.measure(project, portraitOf(project))] as const))
}

const [good, bad] = [measured(modern), measured(bare)]

test('each practice is met by a project that does it, and its place is in the tree [P-18] [X-14]', () => {
  expect(practices.length).toBeGreaterThan(15)
  for (const { id } of practices) {
    const found = good.get(id)
    expect([id, found?.outcome]).toEqual([id, 'met'])
    expect([id, (found?.place?.path ?? '') in modern]).toEqual([id, true])
  }
})

test('each practice is not met by one that does not, and says where to begin [P-18] [X-14]', () => {
  // It has tests, the one thing that this one does.
  for (const { id } of practices.filter(each => each.id !== 'tested'))
    expect([id, bad.get(id)?.outcome]).toEqual([id, 'not-met'])
  expect(bad.get('tested')?.outcome).toBe('met')
  for (const [id, { place }] of bad) expect([id, place === undefined || place.path in bare]).toEqual([id, true])
  expect(bad.get('declared-imports')).toMatchObject({
    said: expect.stringContaining('requests') as string,
    place: { path: 'bad/__init__.py', line: 2 },
  })
})

test('an import that a requirement of another name may bring is not called undeclared', () => {
  const tree = {
    ...bare,
    'setup.py': 'from setuptools import setup\nsetup(name="bad", install_requires=["flask", "urllib-kit"])\n',
  }
  expect(measured(tree).get('declared-imports')).toMatchObject({
    outcome: 'unknown',
    said: expect.stringContaining('urllib-kit') as string,
  })
})

test('each practice is explained, and says why and what to do [Q-23]', async () => {
  for (const { id, why, todo, title } of practices) {
    const { kind, lines } = await explain(world, id)
    expect(kind).toContain('practice')
    expect(lines.map(([, text]) => text)).toEqual([title, why, todo])
  }
  expect((await explainable(world))['practices of `trysquare adopt`']).toHaveLength(practices.length)
})

test('ids and places in the list are nobody else’s', () => {
  expect(new Set(practices.map(each => each.order)).size).toBe(practices.length)
})
