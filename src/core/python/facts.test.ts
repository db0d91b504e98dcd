import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../ports/grammar.ts'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { holds } from './condition.ts'
import type { Member, ModuleInterface } from './interface.ts'
import { interfaceOf } from './interface-of.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const of = (source: string): ModuleInterface => grammar.parsing(source, root => interfaceOf(root, () => true))
const first = (source: string): Member => of(source).members[0]!

/** The names that are there, those of which it is not known with a question mark. */
const there = (source: string, python = '3.11', platform = 'linux'): string =>
  of(source)
    .members.map(each => [each.name, holds(each.when, { python, platform })] as const)
    .filter(([, is]) => is !== false)
    .map(([name, is]) => (is ? name : `${name}?`))
    .join(' ')

test.for([
  ['sys.version_info >= (3, 12)', 'b'],
  ['sys.version_info >= (3, 11)', 'a'],
  ['sys.version_info > (3, 11)', 'a'],
  ['sys.version_info < (3, 11)', 'b'],
  ['sys.version_info <= (3,)', 'b'],
  ['(3, 12) <= sys.version_info', 'b'],
  ['sys.version_info[:2] == (3, 11)', 'a'],
  ['sys.version_info[:2] <= (3, 11)', 'a'],
  ['sys.version_info[0] == 2', 'b'],
  ['sys.version_info.major >= 3', 'a'],
  ['sys.version_info >= (3, 11, 4)', 'a? b?'],
  ['sys.platform == "win32"', 'b'],
  ['sys.platform != "win32"', 'a'],
  ['sys.platform in ("linux", "darwin")', 'a'],
  ['sys.platform not in {"linux"}', 'b'],
  ['sys.platform.startswith("lin")', 'a'],
  ['os.name == "nt"', 'b'],
  ['platform.system() == "Linux"', 'a'],
  ['not (sys.platform == "win32" or sys.version_info < (3, 9))', 'a'],
  ['sys.version_info >= (3, 9) and find_out()', 'a? b?'],
  ['sys.version_info >= (3, 12) and find_out()', 'b'],
  ['__name__ == "__main__"', 'b'],
  ['True', 'a'],
  ['0', 'b'],
  ['TYPE_CHECKING', 'a? b?'],
  ['hasattr(os, "fork")', 'a? b?'],
] as const)('of if %s, on Python 3.11 and Linux, there is %s [K-11]', ([condition, names]) => {
  expect(there(`if ${condition}:\n    a = 1\nelse:\n    b = 1\n`)).toBe(names)
})

test('a name that holds the answer is asked as the question is, and each branch excludes those before it', () => {
  const source =
    'WINDOWS = sys.platform == "win32"\nif WINDOWS:\n    a = 1\nelif sys.version_info >= (3, 8):\n    b = 1\nelse:\n    c = 1\n'
  expect(there(source)).toBe('WINDOWS b')
  expect(there(source, '3.11', 'win32')).toBe('WINDOWS a')
  expect(there(source, '3.7')).toBe('WINDOWS c')
})

test('what stands in for a failed import is told apart, what is taken away is gone', () => {
  expect(there('try:\n    from a import b\nexcept ImportError:\n    b = None\nx = y = 1\ndel x\n')).toBe('b b? y')
})

test.for([
  ['__all__ = ["a", "b"]', [['set', ['a', 'b'], []]]],
  [
    '__all__: list[str] = []\n__all__ += ["a"]',
    [
      ['set', [], []],
      ['add', ['a'], []],
    ],
  ],
  ['__all__ = ("a",) + b.__all__ + ["c"]', [['set', ['a', 'c'], ['b']]]],
  ['__all__ = [*a.b.__all__, "c"]', [['set', ['c'], ['a.b']]]],
  ['__all__ = sorted(["a"])', [['set', ['a'], []]]],
  [
    '__all__ = ["a"]\n__all__.extend(b.__all__)\n__all__.append("c")\n__all__.remove("a")',
    [
      ['set', ['a'], []],
      ['add', [], ['b']],
      ['add', ['c'], []],
      ['remove', ['a'], []],
    ],
  ],
  ['__all__ = ["a" "b"]', [['set', ['ab'], []]]],
] as const)('%s [K-21]', ([source, steps]) => {
  expect(of(source).exports?.map(each => [each.does, each.names, each.of])).toEqual(steps)
})

test('a list that no text gives is said to be open', () => {
  expect(of('__all__ = [name for name in dir() if name]').exports?.[0]?.open).toBe(true)
  expect(of('__all__ = [name for name in dir() if name]').all).toBeUndefined()
})

test('defaults have one spelling [K-11]', () => {
  const texts = (source: string) => {
    const member = first(source)
    return member.kind === 'function' ? member.parameters.map(each => each.default) : []
  }
  expect(
    texts("def f(a = 'x', b=( 1,2, ), c={'k' : [1 ,]}, d=-1, e=x . y, f=g( 1 ), *, h=lambda a, b: a+b): ..."),
  ).toEqual(['"x"', '(1, 2)', '{"k": [1]}', '-1', 'x.y', 'g(1)', 'lambda a, b: a + b'])
  expect(texts('def f(a=(1,)): ...')).toEqual(['(1,)'])
  expect(texts(`def f(a=[${'1, '.repeat(500)}]): ...`)[0]).toMatch(/^\[1, 1, .*… #[0-9a-f]{12}$/)
})

test('what a class offers besides its body: slots, values of its methods, fields of a named tuple, later additions [K-11]', () => {
  const members = (source: string) => {
    const found = of(source).members.find(each => each.kind === 'class')
    return found?.kind === 'class' ? found.members.map(each => each.name) : []
  }
  expect(members('class A:\n    __slots__ = ("a", "b")\n')).toEqual(['__slots__', 'a', 'b'])
  expect(
    members(
      'class A:\n    def f(this, x):\n        this.a = x\n        this.b, this.c = x\n        def g(self): self.d = 1\n',
    ),
  ).toEqual(['f', 'a', 'b', 'c'])
  expect(members('class A(namedtuple("A", "x y")):\n    pass\n')).toEqual(['x', 'y'])
  expect(members('A = namedtuple("A", ["x", "y"])')).toEqual(['x', 'y'])
  expect(members('A = typing.NamedTuple("A", [("x", int), ("y", int)])')).toEqual(['x', 'y'])
  expect(members('class A:\n    pass\nB = A.empty = A()\n')).toEqual(['empty'])
})

test('a value tells what it is another name of, and what made it', () => {
  expect(first('a = b.c')).toMatchObject({ alias: 'b.c' })
  expect(first('a = Shelf(1, size=2)')).toMatchObject({ made: { by: 'Shelf', args: ['1', 'size = 2'] } })
  expect(first('a = lambda x, *, y=1: x')).toMatchObject({ takes: [{ name: 'x' }, { name: 'y', default: '1' }] })
})

test('an async function that yields is told apart from one that is awaited', () => {
  expect(first('async def f():\n    for x in y:\n        yield x\n')).toMatchObject({ async: true, yields: true })
  expect(first('async def f():\n    def g(): yield 1\n    return g\n')).not.toHaveProperty('yields')
})

test('what only functions set by global is there perhaps', () => {
  expect(there('a = 1\ndef f():\n    global a, b\n    b = 2\n')).toBe('a f b?')
})

test('imports say what they mean', () => {
  expect(
    of('import a.b\nimport a.b as c\nfrom ..d import e as f, g\nfrom h import *\n').members.map(each =>
      each.kind === 'import' ? [each.name, each.from] : [],
    ),
  ).toEqual([
    ['a', { module: 'a', level: 0 }],
    ['c', { module: 'a.b', level: 0 }],
    ['f', { module: 'd', level: 2, name: 'e' }],
    ['g', { module: 'd', level: 2, name: 'g' }],
    ['*', { module: 'h', level: 0 }],
  ])
})
