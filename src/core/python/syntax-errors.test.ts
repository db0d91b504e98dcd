import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../ports/grammar.ts'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { enclosingSymbol } from './enclosing-symbol.ts'
import { syntaxErrorsOf } from './syntax-errors.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const of = (source: string) => grammar.parsing(source, syntaxErrorsOf)

test.for([
  ['x = (1,\n', 1, /never closed|missing/],
  ['def f(:\n    pass\n', 1, /missing/],
  ['print "x"\n', 1, /print is a function/],
  ['def f():\n    if x:\n        print "y"\n', 3, /print is a function/],
  ['x = 1\nclass A\n    y = 1\n', 2, /":" seems to be missing/],
] as const)('%s is told at its line [K-10]', ([source, line, message]) => {
  const [first] = of(source)
  expect(first).toMatchObject({ line, message: expect.stringMatching(message) })
})

test('good Python has no errors, whatever it prints [K-10]', () => {
  expect(of('print("x")\nprint [1]\nmatch x:\n    case [1, *_]:\n        pass\ntype T[K] = list[K]\n')).toEqual([])
})

test('any text is read without a crash, and every place lies in it [Q-05]', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          'def',
          ' ',
          '(',
          ':',
          ')',
          '\n',
          '"',
          "'",
          'x',
          '=',
          '1',
          '[',
          ']',
          '{',
          '#',
          '\\',
          '\t',
          'é',
        ),
      }),
      source => {
        const lines = source.split('\n').length
        expect(of(source).filter(each => each.line < 1 || each.line > lines || each.column < 1)).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

test('the symbol around a line is dotted', () => {
  const source =
    'class A:\n    def f(self):\n        x = 1\n\n        @deco\n        def g():\n            return 2\n\ny = 3\n'
  const at = (line: number) => grammar.parsing(source, root => enclosingSymbol(root, line))
  expect([at(1), at(3), at(7), at(9)]).toEqual(['A', 'A.f', 'A.f.g', undefined])
})
