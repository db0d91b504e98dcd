import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../ports/grammar.ts'
import { loadGrammar } from '../../world/grammar/tree-sitter.ts'
import { compareInterfaces } from './compare-interfaces.ts'
import { interfaceOf } from './interface-of.ts'
import { signatureOf } from './signature.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const of = (source: string) => grammar.parsing(source, root => interfaceOf(root))
const compare = (wanted: string, found: string) => compareInterfaces(of(wanted), of(found))
const reasons = (wanted: string, found: string) =>
  compare(wanted, found).different.flatMap(each => each.reasons.map(reason => `${each.symbol} ${reason}`))

test('parameters keep their kinds, their order and whether they have a default [K-11]', () => {
  const [member] = of(
    'async def f(a, b: int = 1, /, c=2, *args: int, d, e: "str" = "x", **kw) -> list[int]: ...',
  ).members
  expect(member && signatureOf(member)).toBe(
    'async def f(a, b: int = ..., /, c = ..., *args: int, d, e: str = ..., **kw) -> list[int]',
  )
  expect(member?.kind === 'function' && member.parameters.map(each => each.kind)).toEqual([
    'positional-only',
    'positional-only',
    'positional or keyword',
    'variable positional',
    'keyword-only',
    'keyword-only',
    'variable keyword',
  ])
})

test('the public interface holds no private names, but special methods', () => {
  const { members, all } = of(
    '_A = 1\nB = 2\n__all__ = ["B", "C"]\nclass C:\n    def __call__(self): ...\n    def _x(self): ...\n    def y(self): ...\n',
  )
  expect(members.map(each => each.name)).toEqual(['B', '__all__', 'C'])
  expect(all).toEqual(['B', 'C'])
  const shelf = members.find(each => each.kind === 'class')
  expect(shelf?.members.map(each => each.name)).toEqual(['__call__', 'y'])
})

test('what stands under a guard belongs to the module', () => {
  const source =
    'try:\n    import a as fast\nexcept ImportError:\n    fast = None\nif True:\n    def f(): ...\nelse:\n    def g(): ...\n'
  expect(of(source).members.map(each => each.name)).toEqual(['fast', 'fast', 'f', 'g'])
})

test.for([
  ['Optional["Shelf"]', 'Shelf | None'],
  ['typing.List[typing.Dict[str, int]]', 'list[dict[str, int]]'],
  ['Union[int, str]', 'str | int'],
  ['None | int', 'int | None'],
  ['"list[int] | None"', 'Optional[list[int]]'],
  ['Callable[[int], str]', 'collections.abc.Callable[[int], str]'],
  ["Literal['a', 'b']", 'Literal["a", "b"]'],
  ['tuple[int, ...]', 'Tuple[int, ...]'],
])('%s and %s are the same annotation [K-11]', ([one, other]) => {
  expect(reasons(`def f(a: ${one}) -> ${one}: ...`, `def f(a: ${other}) -> ${other}: ...`)).toEqual([])
})

test.for([
  ['int', 'str'],
  ['Literal["a"]', 'Literal[a]'],
  ['list[int]', 'list[str]'],
  ['int | None', 'int'],
])('%s and %s are different annotations [K-11]', ([one, other]) => {
  expect(reasons(`def f(a: ${one}): ...`, `def f(a: ${other}): ...`)).toHaveLength(1)
})

test.for([
  ['def f(a, b): ...', 'def f(b, a): ...', 'f takes its parameters in the order b, a; a, b is wanted'],
  ['def f(a, *, b): ...', 'def f(a, b): ...', '"b" is positional or keyword; it should be keyword-only'],
  ['def f(a=1): ...', 'def f(a): ...', '"a" has no default; one is wanted'],
  ['def f(a): ...', 'def f(a=1): ...', '"a" has a default; none is wanted'],
  ['def f(a): ...', 'def f(a, b=1): ...', 'takes "b", which is not wanted'],
  ['def f(a, b): ...', 'def f(a): ...', 'lacks the parameter "b"'],
  ['def f() -> int: ...', 'def f(): ...', 'returns something that is not annotated; "int" is wanted'],
  ['async def f(): ...', 'def f(): ...', 'is not async'],
  ['def f(): ...', 'f = 1', 'is a plain name; a function is wanted'],
  ['class A(Base): ...', 'class A: ...', 'does not inherit from "Base"'],
  [
    '@dataclass(frozen=True)\nclass A: ...',
    '@dataclass\nclass A: ...',
    'lacks the decorator "@dataclass(frozen=True)"',
  ],
  [
    'class A:\n    @property\n    def p(self): ...',
    'class A:\n    def p(self): ...',
    'A.p lacks the decorator "@property"',
  ],
  [
    'class A:\n    def p(self): ...',
    'class A:\n    @staticmethod\n    def p(): ...',
    'A.p has the decorator "@staticmethod", which is not wanted',
  ],
  ['class A:\n    x: int', 'class A:\n    x = 1', 'A.x has no annotation; "int" is wanted'],
  ['LIMIT: int', 'LIMIT: str = ""', 'is annotated "str"; "int" is wanted'],
] as const)('%s is not %s [K-11]', ([wanted, found, reason]) => {
  expect(reasons(wanted, found).join('; ')).toContain(reason)
})

test.for([
  ['LIMIT: int', 'LIMIT = 3'],
  ['LIMIT: Final[int]', 'LIMIT: int = 3'],
  ['class A:\n    size: int', 'class A:\n    def __init__(self):\n        self.size = 1'],
  ['class A:\n    def f(self): ...', 'class B:\n    def f(self): ...\nclass A(B): ...'],
  ['@dataclass(frozen=True)\nclass A: ...', '@dataclasses.dataclass(frozen=True, slots=True)\nclass A: ...'],
  [
    '@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: str) -> str: ...',
    '@overload\ndef f(a: str) -> str: ...\n@overload\ndef f(a: int) -> int: ...\ndef f(a): ...',
  ],
  ['def f(): ...', 'def f(): ...\ndef more(): ...'],
  ['from x import Y\ndef f(a: Y): ...', 'from z import Y\ndef f(a: Y): ...'],
] as const)('%s is offered by %s [K-11]', ([wanted, found]) => {
  const { missing, different } = compare(wanted, found)
  expect({ missing, different }).toEqual({ missing: [], different: [] })
})

test('a module offers everything that it offers [K-11]', () => {
  const source =
    'from a import b\n__all__ = ["C", "b"]\nX: int = 1\n@deco(1)\nclass C(b):\n    y: str\n    @property\n    def z(self) -> int: ...\n    @classmethod\n    async def w(cls, *, k: int = 1) -> None: ...\n'
  const { missing, different } = compare(source, source)
  expect({ missing, different }).toEqual({ missing: [], different: [] })
})

test('a name that the stub exports again is wanted [K-11]', () => {
  expect(compare('from .a import b as b', 'c = 1').missing.map(each => each.symbol)).toEqual(['b'])
})

test('a name in __all__ must be bound and listed [K-11]', () => {
  const wanted = '__all__ = ["a", "b"]\nfrom .x import a, b\n'
  const { missing, different } = compare(wanted, '__all__ = ["a"]\nfrom .x import a\n')
  expect(missing.map(each => each.symbol)).toEqual(['b'])
  expect(different.map(each => each.reasons)).toEqual([['does not list "b"']])
})
