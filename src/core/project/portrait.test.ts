import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsOn, portraitIn, projectIn } from '../../../test/small-trees.ts'
import { fromPoetry } from './detectors/python-range.ts'

const base = { 'a/__init__.py': '' }
const pyproject = (rest: string) => ({ ...base, 'pyproject.toml': `[project]\nname = "a"\n${rest}` })

describe('the Python range [P-20]', () => {
  test.each([
    ['^3.9', '>=3.9,<4'],
    ['~3.9', '>=3.9,<3.10'],
    ['>=3.8,<4', '>=3.8,<4'],
    ['3.9.1', '==3.9.1'],
    ['^3.9 || ^4', undefined],
  ])('Poetry’s %s is %s', (text, range) => expect(fromPoetry(text)).toBe(range))

  test('what disagrees with it is said with both places', () => {
    const portrait = portraitIn({
      ...pyproject(
        'requires-python = ">=3.10"\nclassifiers = [\n  "Programming Language :: Python :: 3.9",\n]\n[tool.ruff]\ntarget-version = "py38"\n[tool.mypy]\npython_version = "3.10"\n',
      ),
      '.python-version': '3.9\n',
    })
    expect(claimsOn(portrait, 'python')).toEqual(['>=3.10 @ pyproject.toml:3'])
    expect(portrait.contradictions.map(each => [each.said, each.places.at(-1)])).toEqual([
      ['.python-version pins ==3.9.*, which >=3.10 shuts out', { path: '.python-version', line: 1 }],
      ['the classifiers promise Python 3.9, which >=3.10 shuts out', { path: 'pyproject.toml', line: 5 }],
      ['Ruff’s target-version is 3.8, which >=3.10 shuts out', { path: 'pyproject.toml', line: 8 }],
    ])
  })

  test('without one it is unknown', () => {
    expect(portraitIn(pyproject('')).unknown).toContainEqual({ topic: 'python', why: 'the packaging states no range' })
  })
})

describe('version, licence and tools [P-20]', () => {
  test.each([
    ['version = "1.2"\n', '1.2 @ pyproject.toml:3'],
    ['dynamic = ["version"]\n[tool.hatch.version]\nsource = "vcs"\n', 'git tags (hatch-vcs) @ pyproject.toml:4'],
    ['dynamic = ["version"]\n[tool.hatch.version]\npath = "a/v.py"\n', 'a/v.py @ pyproject.toml:4'],
    [
      'dynamic = ["version"]\n[build-system]\nrequires = ["setuptools", "setuptools-scm>=8"]\n',
      'git tags (setuptools-scm) @ pyproject.toml:5',
    ],
    [
      'dynamic = ["version"]\n[tool.setuptools.dynamic]\nversion = { attr = "a.__version__" }\n',
      'a.__version__ @ pyproject.toml:5',
    ],
  ])('a version from %j', (text, said) => expect(claimsOn(portraitIn(pyproject(text)), 'version')).toEqual([said]))

  test('two numbers that differ are a contradiction', () => {
    const portrait = portraitIn({ ...pyproject('version = "1.2"\n'), 'a/__init__.py': '__version__ = "1.3"\n' })
    expect(portrait.contradictions.map(each => each.said)).toEqual([
      '[project] version says 1.2, and __version__ says 1.3',
    ])
  })

  test('a licence by its words, and one that says something else', () => {
    const mit = 'MIT License\n\nPermission is hereby granted, free of\ncharge, to any person\n'
    expect(claimsOn(portraitIn({ ...base, LICENSE: mit, 'setup.cfg': '[metadata]\nname = a\n' }), 'license')).toEqual([
      'MIT @ LICENSE:1',
    ])
    const other = portraitIn({ ...pyproject('license = "Apache-2.0"\n'), LICENSE: mit })
    expect(other.contradictions.map(each => each.said)).toEqual([
      '[project] license says Apache-2.0, and LICENSE reads like MIT',
    ])
  })

  test('tools by their settings, else by their requirement', () => {
    const portrait = portraitIn({
      ...pyproject('[dependency-groups]\ndev = [\n  "pytest>=8",\n]\n[tool.ruff]\nline-length = 100\n'),
      'setup.cfg': '[mypy]\nstrict = true\n',
      'mypy.ini': '[mypy]\n',
    })
    expect(claimsOn(portrait, 'tool')).toEqual([
      'ruff @ pyproject.toml:7',
      'mypy @ mypy.ini:1',
      'mypy @ setup.cfg:1',
      'pytest @ pyproject.toml:5',
    ])
    expect(portrait.contradictions.map(each => each.said)).toEqual([
      'mypy has settings in 2 places, and reads one of them',
    ])
  })

  test('the image that is shipped is the last that no other stage made', () => {
    const portrait = portraitIn({
      ...pyproject(''),
      Dockerfile: 'FROM node:20 AS page\nFROM python:3.12 AS base\nRUN x\nFROM base\n',
    })
    expect(claimsOn(portrait, 'container')).toEqual(['python:3.12 @ Dockerfile:2'])
  })
})

describe('what is none of a Python project [P-21]', () => {
  const notIn = (tree: Readonly<Record<string, string>>) => portraitIn(tree).not?.kind
  const files = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`src/${index}.ts`, '']))

  test.each([
    ['nothing', {}, 'empty'],
    ['another language', { ...files, 'scripts/x.py': 'x = 1\n' }, 'not-python'],
    [
      'notebooks with a helper',
      { 'a.ipynb': '{}', 'b.ipynb': '{}', 'helper.py': 'x = 1\n', 'requirements.txt': 'pandas\n' },
      'notebooks',
    ],
    ['a script', { 'backup.py': 'print(1)\n', 'README.md': '' }, 'scripts'],
    ['a package', { ...base, 'requirements.txt': 'x\n' }, undefined],
    ['a packaged module', { 'pyproject.toml': '[project]\nname = "six"\n', 'six.py': 'x = 1\n' }, undefined],
    [
      'a service without packaging',
      { 'requirements.txt': 'fastapi\n', 'main.py': 'from fastapi import FastAPI\napp = FastAPI()\n' },
      undefined,
    ],
    ['a package with notebooks', { ...pyproject(''), 'a.ipynb': '', 'b.ipynb': '', 'c.ipynb': '' }, undefined],
  ] as const)('%s', (_, tree, kind) => expect(notIn(tree)).toBe(kind))
})

const fileNames = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'tox.ini',
  'hatch.toml',
  'Pipfile',
  'requirements.txt',
  'a/__init__.py',
  'src/b/x.py',
  'manage.py',
  'Dockerfile',
  'LICENSE',
  '.github/workflows/x.yml',
  'x/pyproject.toml',
  'uv.lock',
  'poetry.lock',
  'tests/test_x.py',
  '.python-version',
  '__init__.py',
  'src/__init__.py',
]

const pieces = fc.constantFrom(
  '[project]',
  '[tool.poetry]',
  '[tool.setuptools]',
  '[options]',
  '[metadata]',
  '\n',
  'name = "a"',
  'name = 1',
  'packages = ["a", "../x", "/"]',
  'packages = 3',
  'version = {}',
  'scripts = 1',
  '[project.scripts]',
  'x = "a:b"',
  'x = ["a"]',
  'setup(',
  ')',
  'name=a',
  'entry_points={',
  '}',
  'python = "^3"',
  'requires-python = ">>"',
  '[tool.uv.workspace]',
  'members = ["*", 3, "../.."]',
  'license = { text = "MIT" }',
  'dynamic = "version"',
  'FROM x',
  'def test_x(): ...',
  'if __name__ == "__main__": x()',
  '=',
  '"',
  "'",
  '\\',
  '((((',
  '\u0000',
  '\uFEFF',
)

test('any tree of odd files is told of without a fault, and nothing without a place in it [P-20] [Q-05]', () => {
  const texts = fc.array(pieces, { maxLength: 12 }).map(all => all.join('\n'))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fileNames), texts), tree => {
      const project = projectIn(tree)
      const portrait = portraitIn(tree)
      for (const { place, value, from } of portrait.claims) {
        expect(project.view.has(place.path), place.path).toBe(true)
        expect(place.line).toBeGreaterThan(0)
        expect(place.line).toBeLessThanOrEqual((tree[place.path] ?? '').split('\n').length)
        expect([value, from].every(each => each !== '')).toBe(true)
      }
      for (const { place } of portrait.entries) expect(project.view.has(place.path)).toBe(true)
      for (const { places } of portrait.contradictions)
        expect(places.every(({ path }) => project.view.has(path))).toBe(true)
    }),
    { numRuns: 400 },
  )
})
