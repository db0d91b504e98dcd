import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../ports/grammar.ts'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { type ImportGraph, importFacts, importGraph } from './import-graph.ts'
import { circles, closureOf, nearestImporter, shortestChain } from './import-walks.ts'
import { allImportsOf } from './imports.ts'
import { interfaceOf } from './interface-of.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const graph = (files: Readonly<Record<string, string>>): ImportGraph =>
  importGraph(
    new Map(
      Object.entries(files).map(([path, text]) => [
        path,
        grammar.parsing(text, root =>
          importFacts(
            allImportsOf(root),
            interfaceOf(root, () => true),
          ),
        ),
      ]),
    ),
    { python: '3.11', platform: 'linux' },
  )

/** What one module asks for, each with its kind: `a.b`, `c?` … */
const asks = (source: string, others: readonly string[] = []) => {
  const made = graph({
    'p/m.py': source,
    'p/__init__.py': '',
    ...Object.fromEntries(others.map(path => [path, ''])),
  })
  return [...made.from('p.m'), ...made.outside('p.m')]
    .filter(each => each.line > 0)
    .map(each => `${each.to} ${each.kind}`)
}

test.for([
  ['import a.b.c', [], ['a eager', 'a.b eager', 'a.b.c eager']],
  ['from . import x', ['p/x.py'], ['p.x eager']],
  ['from .x import y', ['p/x.py'], ['p.x eager']],
  ['from p.x import y', ['p/x/__init__.py', 'p/x/y.py'], ['p.x eager', 'p.x.y eager']],
  ['def f():\n    import a\ng = lambda: __import__("b")', [], ['a lazy', 'b lazy']],
  ['try:\n    import a\nexcept ImportError:\n    import b', [], ['a optional', 'b optional']],
  ['if TYPE_CHECKING:\n    import a\nelse:\n    import b', [], ['a types', 'b eager']],
  ['if sys.platform == "win32":\n    import a\nelif find_out():\n    import b', [], ['b conditional']],
  ['import importlib\nimportlib.import_module("a.b")', [], ['importlib eager', 'a eager', 'a.b eager']],
  ['import_module(".x", __package__)', ['p/x.py'], ['p.x eager']],
  ['import_module(".x", package="p")', ['p/x.py'], ['p.x eager']],
  ['import_module(".x", package=name)', ['p/x.py'], []],
  ['import_module(f"a.{name}")', [], []],
  ['class C:\n    import a', [], ['a eager']],
  ['def f():\n    import a\nimport a', [], ['a eager']],
] as const)('%s [K-12]', ([source, others, wanted]) => {
  expect(asks(source, others)).toEqual(wanted)
})

test('a name that the package defines is not its module; one that only stands in for it is [K-12]', () => {
  const source = (init: string) =>
    graph({ 'p/__init__.py': init, 'p/x.py': '', 'm.py': 'from p import x' })
      .from('m')
      .map(each => each.to)
  expect(source('def x(): ...')).toEqual(['p'])
  expect(source('from p.x import x')).toEqual(['p', 'p.x'])
  expect(source('try:\n    from p import x\nexcept ImportError:\n    x = None')).toEqual(['p', 'p.x'])
})

test('a star loads the modules that are listed [K-12]', () => {
  const made = graph({ 'p/__init__.py': '__all__ = ["x"]', 'p/x.py': '', 'p/y.py': '', 'm.py': 'from p import *' })
  expect(made.from('m').map(each => each.to)).toEqual(['p', 'p.x'])
})

const chainFiles = {
  'app/__init__.py': '',
  'app/__main__.py': 'from app.cli import main',
  'app/cli.py': 'def main():\n    from app import deep\n',
  'app/deep/__init__.py': 'from .core import go',
  'app/deep/core.py': 'import app.deep.util',
  'app/deep/util.py': '',
  'app/alone.py': 'from app.deep import util',
}

test('closure, chain and nearest importer, late imports counted or not [K-12]', () => {
  const made = graph(chainFiles)
  expect([...closureOf(made, ['app.__main__'])].toSorted()).toEqual(['app', 'app.__main__', 'app.cli'])
  const chain = shortestChain(made, ['app.__main__'], 'app.deep.util')
  expect(chain?.map(each => `${each.from} → ${each.to} ${each.kind}`)).toEqual([
    'app.__main__ → app.cli eager',
    'app.cli → app.deep lazy',
    'app.deep → app.deep.core eager',
    'app.deep.core → app.deep.util eager',
  ])
  expect(shortestChain(made, ['app.__main__'], 'app.alone')).toBeUndefined()
  expect(shortestChain(made, ['app.cli'], 'app.cli')).toEqual([])
  expect(nearestImporter(made, 'app.deep.util', each => each === 'app.cli')).toBe('app.cli')
  expect(nearestImporter(made, 'app.alone', () => true)).toBeUndefined()
})

test('modules that import each other in a circle are told, a package and its own modules are not [K-12]', () => {
  expect(circles(graph({ 'a.py': 'import b', 'b.py': 'import c', 'c.py': 'import a', 'd.py': 'import a' }))).toEqual([
    ['a', 'b', 'c'],
  ])
  expect(circles(graph({ 'p/__init__.py': 'from .x import X', 'p/x.py': 'from . import y', 'p/y.py': '' }))).toEqual([])
  expect(circles(graph({ 'p/__init__.py': 'from .x import X\nY = 1', 'p/x.py': 'from . import Y' }))).toEqual([
    ['p', 'p.x'],
  ])
  expect(circles(graph({ 'a.py': 'import b', 'b.py': 'def f():\n    import a' }))).toEqual([])
})

test('a long chain is followed to its end', () => {
  const long = Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`m${at}.py`, `import m${(at + 1) % 5000}`]))
  const made = graph(long)
  expect(closureOf(made, ['m0']).size).toBe(5000)
  expect(circles(made)[0]).toHaveLength(5000)
})

test('a closure is closed, and each of its modules has a chain [K-12]', () => {
  const files = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(files, wanted => {
      const made = graph(
        Object.fromEntries(wanted.map((all, at) => [`m${at}.py`, all.map(each => `import m${each}`).join('\n')])),
      )
      const closure = closureOf(made, ['m0'])
      for (const module of closure) {
        expect(shortestChain(made, ['m0'], module)).toBeDefined()
        for (const edge of made.from(module)) expect(closure.has(edge.to)).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})
