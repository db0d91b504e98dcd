import { describe, expect, test } from 'vitest'
import { claimsOn, portraitIn, projectIn } from '../../../../test/small-trees.ts'
import { mainPackage } from '../main-package.ts'

const named = (name: string, rest = '') => ({ 'pyproject.toml': `[project]\nname = "${name}"\n${rest}` })

const layoutOf = (tree: Readonly<Record<string, string>>) => {
  const portrait = portraitIn(tree)
  return [...claimsOn(portrait, 'layout'), ...claimsOn(portrait, 'package')]
}

describe('where packages lie [P-20]', () => {
  test('below src', () => {
    expect(layoutOf({ ...named('a'), 'src/a/__init__.py': '', 'src/a/b/__init__.py': '' })).toEqual([
      'src @ src/a/__init__.py:1',
      'a @ src/a/__init__.py:1',
    ])
  })

  test('at the top, beside folders of other kinds', () => {
    const others = { 'tests/__init__.py': '', 'docs/conf.py': '', 'scripts/x.py': '', 'examples/e/__init__.py': '' }
    expect(layoutOf({ ...named('a'), 'a/__init__.py': '', ...others })).toEqual([
      'flat @ a/__init__.py:1',
      'a @ a/__init__.py:1',
    ])
  })

  test('several packages, and a module', () => {
    expect(layoutOf({ ...named('a'), 'src/a/__init__.py': '', 'src/b/__init__.py': '', 'src/c.py': '' })).toEqual([
      'src @ src/a/__init__.py:1',
      'a @ src/a/__init__.py:1',
      'b @ src/b/__init__.py:1',
      'c (module) @ src/c.py:1',
    ])
  })

  test('packages in a namespace, which has no __init__.py', () => {
    expect(layoutOf({ ...named('zoo-cage'), 'src/zoo/cage/__init__.py': '' })).toEqual([
      'src @ src/zoo/cage/__init__.py:1',
      'zoo.cage @ src/zoo/cage/__init__.py:1',
    ])
    expect(layoutOf({ ...named('zoo-cage'), 'zoo/cage/__init__.py': '' })).toEqual([
      'flat @ zoo/cage/__init__.py:1',
      'zoo.cage @ zoo/cage/__init__.py:1',
    ])
  })

  test('a package without __init__.py that the project is named after', () => {
    expect(layoutOf({ ...named('a'), 'a/x.py': 'x = 1\n' })).toEqual(['flat @ a/x.py:1', 'a (namespace) @ a/x.py:1'])
  })

  test('a single module', () => {
    expect(layoutOf({ ...named('my-six'), 'my_six.py': '', 'test_my_six.py': '' })).toEqual([
      'single-module @ my_six.py:1',
      'my_six (module) @ my_six.py:1',
    ])
  })

  test('modules beside each other, and no packaging', () => {
    expect(layoutOf({ 'requirements.txt': 'flask\n', 'app.py': 'x = 1\n', 'models.py': '' })).toEqual([
      'application @ app.py:1',
    ])
  })

  test.each([
    ['[tool.setuptools.packages.find]\nwhere = ["lib"]\n', 4],
    ['[tool.setuptools]\npackage-dir = { "" = "lib" }\n', 4],
    ['[tool.pdm.build]\npackage-dir = "lib"\n', 4],
    ['[tool.poetry]\npackages = [{ include = "a", from = "lib" }]\n', 4],
    ['[tool.hatch.build.targets.wheel]\npackages = ["lib/a"]\n', 4],
    ['[tool.uv.build-backend]\nmodule-root = "lib"\n', 4],
  ])('where the packaging says: %j', (text, line) => {
    expect(layoutOf({ ...named('a', text), 'lib/a/__init__.py': '', 'x/__init__.py': '' })).toEqual([
      `src (in lib) @ pyproject.toml:${line}`,
      'a @ lib/a/__init__.py:1',
    ])
  })

  test('setup.py is read as syntax, and setup.cfg in its own dialect', () => {
    const tree = { 'code/a/__init__.py': '', 'other/__init__.py': '' }
    const py =
      'from setuptools import *\nROOT = "code"\nsetup(\n  name="a",\n  package_dir={"": ROOT},\n  packages=find_packages(where=ROOT),\n)\n'
    expect(layoutOf({ ...tree, 'setup.py': py })).toEqual(['src (in code) @ setup.py:5', 'a @ code/a/__init__.py:1'])
    const cfg = '[metadata]\nname = a\n[options]\npackage_dir =\n  = code\npackages = find:\n'
    expect(layoutOf({ ...tree, 'setup.cfg': cfg })).toEqual(['src (in code) @ setup.cfg:5', 'a @ code/a/__init__.py:1'])
  })

  test('what the packaging names and nobody finds is a contradiction', () => {
    const portrait = portraitIn({ ...named('a', '[tool.setuptools]\npackages = ["gone"]\n'), 'src/a/__init__.py': '' })
    expect(portrait.contradictions.map(each => each.said)).toEqual([
      '[tool.setuptools] packages names gone, and there is no Python there',
    ])
  })

  test('projects inside the repository, those of a workspace by its own words', () => {
    const portrait = portraitIn({
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
      'packages/a/pyproject.toml': '[project]\nname = "a"\n',
      'packages/a/src/a/__init__.py': '',
      'tool/pyproject.toml': '[project]\nname = "b"\n',
      'b/pyproject.toml': '[project]\nname = "b"\n',
      'b/b/__init__.py': '',
      'tests/fixtures/x/pyproject.toml': '[project]\nname = "x"\n',
    })
    expect(claimsOn(portrait, 'member')).toEqual([
      'b @ b/pyproject.toml:1',
      'packages/a @ pyproject.toml:2',
      'tool @ tool/pyproject.toml:1',
    ])
  })

  test('tests beside the package, inside it, or both', () => {
    const one = { ...named('a'), 'a/__init__.py': '' }
    const body = 'def test_x(): ...\n'
    const of = (tree: Readonly<Record<string, string>>) => claimsOn(portraitIn({ ...one, ...tree }), 'tests')
    expect(of({ 'tests/test_x.py': body })).toEqual(['beside the package @ tests/test_x.py:1'])
    expect(of({ 'a/tests/test_x.py': body })).toEqual(['inside the package @ a/tests/test_x.py:1'])
    expect(of({ 'a/tests/test_x.py': body, 'tests/test_y.py': body })).toEqual([
      'beside the package and inside it @ tests/test_y.py:1',
    ])
    expect(of({ 'tests/helpers.py': '' })).toEqual([])
  })
})

test('the package that a project is about is the one that it is named after, else the largest [P-20]', () => {
  const tree = { 'config/__init__.py': '', 'shop/__init__.py': 'x = 1\n'.repeat(9), 'manage.py': 'x = 1\n' }
  expect(mainPackage(projectIn(tree))?.name).toBe('shop')
  expect(mainPackage(projectIn({ ...tree, ...named('Config') }))?.name).toBe('config')
})

describe('a repository that holds others together [P-20]', () => {
  test('is told by how those lie', () => {
    const tree = {
      'pyproject.toml':
        '[project]\nname = "all"\n[build-system]\nbuild-backend = "hatchling.build"\n[tool.uv.workspace]\nmembers = ["a", "examples"]\n',
      'a/pyproject.toml': '[project]\nname = "a"\n',
      'a/a/__init__.py': '',
      'examples/pyproject.toml': '[project]\nname = "shown"\n',
      'examples/shown/__init__.py': '',
    }
    expect(layoutOf(tree).slice(0, 1)).toEqual(['flat (in 2 projects) @ a/a/__init__.py:1'])
    expect(claimsOn(portraitIn(tree), 'member')).toEqual(['a @ pyproject.toml:6', 'examples @ pyproject.toml:6'])
  })

  test('an example that nobody names is no project of it', () => {
    const tree = {
      ...named('a'),
      'src/a/__init__.py': '',
      'example-plugin/setup.py':
        'from setuptools import setup\nsetup(name="x", package_dir={"": "src/"}, packages=["x"])\n',
      'example-plugin/src/x/__init__.py': '',
    }
    expect(portraitIn(tree).contradictions).toEqual([])
    expect(claimsOn(portraitIn(tree), 'member')).toEqual([])
  })
})
