import { expect, test } from 'vitest'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { doneOf } from './done.ts'

const grammar = await loadGrammar()
const read = (text: string) => grammar.parsing(text, doneOf)

test('what a file defines, methods dotted, conditional ones too [X-02]', () => {
  const text =
    'import a\nLIMIT: int = 1\nclass Store:\n    size = 2\n    def load(self):\n        return 1\nif a.b:\n    def go():\n        return 1\nelse:\n    def back():\n        return 2\n'
  expect([...read(text).defines].toSorted()).toEqual(['LIMIT', 'Store', 'Store.load', 'Store.size', 'back', 'go'])
})

test('a function that does nothing is a stub, unless it is declared to [X-02]', () => {
  const text = `
def a():
    """Words."""
def b():
    raise NotImplementedError("later")
def c(): ...
def d():
    return None
class P(Protocol):
    def e(self): ...
class Q:
    @abstractmethod
    def f(self):
        pass
    @overload
    def g(self): ...
    def h(self):
        pass
`
  expect(read(text).stubs).toEqual(['a', 'b', 'c', 'Q.h'])
})

test.each([
  ['"""Words."""\n\nimport a\nfrom b import c\n', true],
  ['', true],
  ['# a comment\n', true],
  ['X = 1\n', false],
])('%j is hollow: %s', (text, hollow) => {
  expect(read(text).hollow).toBe(hollow)
})

test('a test asserts by a statement, by a manager that expects, or by a helper that is called so [X-02, K-15a]', () => {
  const text = `
def test_a(): assert f()
def test_b():
    with pytest.raises(ValueError):
        f()
def test_c(mock): mock.assert_called_once()
def test_d(): f()
class TestE:
    def test_f(self): self.assertEqual(1, f())
    async def test_g(self):
        print(f())
`
  expect(Object.fromEntries(read(text).tests)).toEqual({
    test_a: true,
    test_b: true,
    test_c: true,
    test_d: false,
    'TestE.test_f': true,
    'TestE.test_g': false,
  })
})
