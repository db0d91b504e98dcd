import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { importsOf } from '../imports.ts'
import { declaredDoors } from './doors.ts'
import { reachOf } from './reach.ts'

const grammar = await loadGrammar()

const reached = (files: Readonly<Record<string, string>>, pyproject?: string) =>
  reachOf(
    Object.entries(files).map(([path, text]) => ({
      path,
      imports: grammar.parsing(text, root => importsOf(root)),
      collected: { runs: false, loads: text.includes('import_module') },
    })),
    { text: path => (path === 'pyproject.toml' ? pyproject : undefined) },
  ).unreached

const base = {
  'src/a/__init__.py': '',
  'src/a/__main__.py': 'from a import b\n',
  'src/a/b.py': 'from . import c\n',
  'src/a/c.py': '',
}

test('what nothing leads to is told with its nearest importer [K-17]', () => {
  const files = {
    ...base,
    'src/a/d.py': 'import a.e\n',
    'src/a/e.py': '',
    'tests/test_f.py': 'from a.f import x\n',
    'src/a/f.py': '',
  }
  expect(reached(files)).toEqual([
    { path: 'src/a/d.py', by: undefined, onlyTests: false },
    { path: 'src/a/e.py', by: 'src/a/d.py', onlyTests: false },
    { path: 'src/a/f.py', by: 'tests/test_f.py', onlyTests: true },
  ])
})

test('of a library, of what has no way in, and of what loads by name nothing is said [K-17]', () => {
  const lonely = { ...base, 'src/a/d.py': '' }
  expect(reached(lonely)).toHaveLength(1)
  expect(reached({ ...lonely, 'src/a/__init__.py': 'from a.b import c\n' })).toEqual([])
  expect(reached({ ...lonely, 'src/a/c.py': 'import_module(x)\n' })).toEqual([])
  expect(reached({ 'src/a/__init__.py': '', 'src/a/d.py': '' })).toEqual([])
})

test('commands and plug-ins are read from the manifest, whatever it holds [K-17]', () => {
  const doors = (text: string) => declaredDoors({ text: () => text })
  expect(
    doors(
      '[project.scripts]\nx = "a.cli:main"\n[project.entry-points."g.h"]\ny = "a.plug"\n[tool.poetry.scripts]\nz = "b.c:d"\n',
    ),
  ).toEqual(['a.cli', 'a.plug', 'b.c'])
  expect(doors('[project]\nscripts = 3\n')).toEqual([])
  expect(doors('[[[')).toEqual([])
})
