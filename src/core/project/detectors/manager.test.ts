import { describe, expect, test } from 'vitest'
import { claimsOn, portraitIn } from '../../../../test/small-trees.ts'

const backend = (name: string) => `[project]\nname = "a"\n\n[build-system]\nbuild-backend = "${name}"\n`
const ownPackage = { 'a/__init__.py': '' }
const managerOf = (tree: Readonly<Record<string, string>>) =>
  claimsOn(portraitIn({ ...ownPackage, ...tree }), 'manager')

describe('who installs [P-20]', () => {
  test.each([
    ['uv.lock', 'uv'],
    ['poetry.lock', 'poetry'],
    ['pdm.lock', 'pdm'],
    ['Pipfile.lock', 'pipenv'],
    ['pixi.lock', 'pixi'],
    ['conda-lock.yml', 'conda'],
    ['requirements.lock', 'rye'],
  ])('a lock file %s is the best sign', (file, manager) => {
    const tree = { [file]: '', 'pyproject.toml': backend('hatchling.build'), 'requirements.txt': 'x\n' }
    expect(managerOf(tree)).toEqual([`${manager} @ ${file}:1`])
  })

  test.each([
    ['[tool.poetry]\nname = "a"\n\n[tool.poetry.dependencies]\nx = "1"\n', 'poetry @ pyproject.toml:4'],
    ['[project]\nname = "a"\n[tool.pdm.scripts]\nx = "y"\n', 'pdm @ pyproject.toml:3'],
    ['[project]\nname = "a"\n[tool.hatch.envs.default]\nx = 1\n', 'hatch @ pyproject.toml:3'],
    ['[project]\nname = "a"\n[dependency-groups]\ndev = []\n[tool.uv]\npackage = true\n', 'uv @ pyproject.toml:5'],
  ])('then a table that only one manager reads', (text, said) => {
    expect(managerOf({ 'pyproject.toml': text })).toEqual([said])
  })

  test.each([
    ['hatchling.build', 'hatch'],
    ['flit_core.buildapi', 'flit'],
    ['pdm.backend', 'pdm'],
    ['poetry.core.masonry.api', 'poetry'],
    ['uv_build', 'uv'],
    ['setuptools.build_meta', 'pip-pyproject'],
  ])('with %s alone, the manager that comes with it', (name, manager) => {
    expect(managerOf({ 'pyproject.toml': backend(name) })).toEqual([
      `${manager} @ pyproject.toml:${manager === 'pip-pyproject' ? 1 : 5}`,
    ])
  })

  test('lists of requirements come before a backend, and before what machines call', () => {
    const tree = {
      'pyproject.toml': backend('hatchling.build'),
      'requirements.txt': 'x\n',
      '.github/workflows/test.yml': 'steps:\n  - run: uv pip install x\n',
    }
    expect(managerOf(tree)).toEqual(['pip-requirements @ requirements.txt:1'])
  })

  test('what continuous integration calls decides where nothing else does', () => {
    const tree = {
      'pyproject.toml': backend('setuptools.build_meta'),
      '.github/workflows/t.yml': 'x:\n  - run: pdm install\n',
    }
    expect(managerOf(tree)).toEqual(['pdm @ .github/workflows/t.yml:2'])
  })

  test('two lock files are a contradiction, and the one that its manager’s table speaks for counts', () => {
    const portrait = portraitIn({
      ...ownPackage,
      'poetry.lock': '',
      'uv.lock': '',
      'pyproject.toml': '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.9"\n',
    })
    expect(claimsOn(portrait, 'manager')).toEqual(['poetry @ poetry.lock:1'])
    expect(portrait.contradictions.map(each => each.said)).toContain(
      'lock files of poetry and uv lie beside each other',
    )
  })

  test('a lock file of another manager than the tables is a contradiction', () => {
    const portrait = portraitIn({
      ...ownPackage,
      'uv.lock': '',
      'pyproject.toml': '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\npython = "^3.9"\n',
    })
    expect(portrait.contradictions.map(each => each.said)).toEqual([
      'uv.lock:1 is a file of uv, and [tool.poetry.dependencies] is written for poetry',
    ])
  })

  test('where nothing says it, it is unknown', () => {
    const portrait = portraitIn({ 'a.py': 'x = 1\n', 'test_a.py': 'def test_a(): ...\n' })
    expect(claimsOn(portrait, 'manager')).toEqual([])
    expect(portrait.unknown.map(each => each.topic)).toContain('manager')
  })
})
