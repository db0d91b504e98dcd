import { expect, test } from 'vitest'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { catchesAll, caughtAs, caughtNames, isCommented, triesToCleanUp } from './handlers.ts'
import { callsOnImport } from './on-import.ts'
import { linesOfFunction, methodsOfClass, nestedDeeper } from './sizes.ts'
import { type Source, sourceOf } from './source.ts'

const grammar = await loadGrammar()

const reading = <T>(text: string, use: (source: Source) => T): T =>
  grammar.parsing(text, root => use(sourceOf(root, 'src/shop/api.py', text)))

const all = (source: Source, type: string): readonly SyntaxNode[] =>
  source.root.descendantsOfType(type).filter(each => each !== null)

test('a function’s lines are those without its docstring, a class’s methods are those with a name of their own', () => {
  const text =
    'class A:\n    @property\n    def x(self):\n        """One\n        two."""\n        return 1\n\n    @x.setter\n    def x(self, v): ...\n'
  reading(text, source => {
    expect(all(source, 'function_definition').map(linesOfFunction)).toEqual([2, 1])
    expect(all(source, 'class_definition').map(methodsOfClass)).toEqual([1])
  })
})

test('elif and except lie as deep as what they belong to, and functions in a function begin anew', () => {
  const text =
    'def f():\n    if a:\n        pass\n    elif b:\n        for x in y:\n            pass\n    def g():\n        while c:\n            while d:\n                while e:\n                    pass\n'
  reading(text, source => {
    const [f, g] = all(source, 'function_definition') as [SyntaxNode, SyntaxNode]
    expect(nestedDeeper(f, 1)?.at.startPosition.row).toBe(4)
    expect(nestedDeeper(f, 2)).toBeUndefined()
    expect(nestedDeeper(g, 1)?.depth).toBe(3)
  })
})

test('what an except catches is told by full names', () => {
  const text =
    'import x\ntry:\n    a.close()\nexcept (OSError, x.Y) as e:\n    pass\nexcept x.Z:  # why\n    pass\nexcept:\n    pass\n'
  reading(text, source => {
    const clauses = all(source, 'except_clause')
    expect(clauses.map(each => caughtNames(source, each))).toEqual([['builtins.OSError', 'x.Y'], ['x.Z'], []])
    expect(clauses.map(caughtAs)).toEqual(['e', undefined, undefined])
    expect(clauses.map(each => catchesAll(source, each))).toEqual([false, false, true])
    expect(clauses.map(isCommented)).toEqual([false, true, false])
    expect(clauses.every(triesToCleanUp)).toBe(true)
  })
})

test('what an import carries out is told, and nothing that only a run of the file does', () => {
  const text =
    'x = a()\nif b():\n    c()\ntry:\n    y = z = d()\nexcept E:\n    e()\ndef f():\n    g()\nif __name__ == "__main__":\n    h()\n'
  reading(text, source => expect(callsOnImport(source).map(each => each.text)).toEqual(['a()', 'c()', 'd()', 'e()']))
})
