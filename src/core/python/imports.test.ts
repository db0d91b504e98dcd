import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../ports/grammar.ts'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { importsOf } from './imports.ts'
import { moduleNames, moduleOf, modulesIn, resolveRelative } from './modules.ts'
import { standardLibrary } from './stdlib.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const of = (source: string) => grammar.parsing(source, importsOf)

test('every form of import is read [K-12]', () => {
  const source =
    'from __future__ import annotations\nimport a.b as c, d\nfrom . import e as f\nfrom ..g.h import (i, j as k)\nfrom l import *\n'
  expect(of(source).map(each => [each.module, each.level, each.names, each.line])).toEqual([
    ['__future__', 0, [], 1],
    ['a.b', 0, [], 2],
    ['d', 0, [], 2],
    ['', 1, ['e'], 3],
    ['g.h', 2, ['i', 'j'], 4],
    ['l', 0, ['*'], 5],
  ])
})

test('imports for type checking only, optional ones and late ones are told apart [K-12]', () => {
  const source = [
    'if TYPE_CHECKING:',
    '    import a',
    'else:',
    '    import b',
    'try:',
    '    import c',
    'except ImportError:',
    '    import d',
    'try:',
    '    import e',
    'except ValueError:',
    '    pass',
    'def f():',
    '    import g',
    'if typing.TYPE_CHECKING:',
    '    from h import i',
  ].join('\n')
  const marked = of(source).map(each => [
    each.module,
    [each.typeChecking && 'types', each.optional && 'optional', each.inFunction && 'late'].filter(Boolean).join(),
  ])
  expect(marked).toEqual([
    ['a', 'types'],
    ['b', ''],
    ['c', 'optional'],
    ['d', 'optional'],
    ['e', ''],
    ['g', 'late'],
    ['h', 'types'],
  ])
})

test.for([
  ['src/a/b/c.py', 1, 'd', 'a.b.d'],
  ['src/a/b/c.py', 2, '', 'a'],
  ['src/a/b/__init__.py', 1, 'd', 'a.b.d'],
  ['src/a/b/__init__.py', 2, 'd', 'a.d'],
  ['src/a/b/c.py', 3, 'd', undefined],
  ['src/top.py', 1, 'd', undefined],
  ['src/a/__init__.py', 2, '', undefined],
] as const)('%s: %i dots and "%s" mean %s [K-12]', ([path, level, module, wanted]) => {
  expect(resolveRelative(path, level, module)).toBe(wanted)
})

test('modules of a tree, with the folders that hold them', () => {
  expect(moduleOf('src/a/b/__init__.py')).toBe('a.b')
  expect(moduleOf('README.md')).toBeUndefined()
  expect([...modulesIn(['src/a/b/c.py', 'tests/test_a.py', 'README.md'])]).toEqual([
    'a',
    'a.b',
    'a.b.c',
    'tests',
    'tests.test_a',
  ])
})

test('the standard library is that of the version', () => {
  expect(standardLibrary('3.11').has('distutils')).toBe(true)
  expect(standardLibrary('3.12').has('distutils')).toBe(false)
  expect(standardLibrary('3.13').has('cgi')).toBe(false)
  expect(standardLibrary('3.13').has('annotationlib')).toBe(false)
  expect(standardLibrary('3.14').has('annotationlib')).toBe(true)
  expect(standardLibrary('3.11').has('numpy')).toBe(false)
})

test('a module has the name by which its project imports it [K-12]', () => {
  const paths = [
    'setup.py',
    'src/shop/__init__.py',
    'src/shop/a/b.py',
    'backend/app/__init__.py',
    'backend/app/api/__init__.py',
    'backend/app/api/v1.py',
    'backend/manage.py',
    'other/app/__init__.py',
    'app.pyi',
    'src/shop/fast.pyi',
    'src/shop/fast.py',
    'README.md',
  ]
  expect(Object.fromEntries(moduleNames(paths))).toEqual({
    'setup.py': 'setup',
    'src/shop/__init__.py': 'shop',
    'src/shop/a/b.py': 'shop.a.b',
    'backend/app/__init__.py': 'app',
    'backend/app/api/__init__.py': 'app.api',
    'backend/app/api/v1.py': 'app.api.v1',
    'backend/manage.py': 'backend.manage',
    'other/app/__init__.py': 'other.app',
    'app.pyi': 'app',
    'src/shop/fast.pyi': 'shop.fast',
    'src/shop/fast.py': 'shop.fast',
  })
})
