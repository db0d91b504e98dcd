import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { interfaceOf } from '../interface-of.ts'
import type { ApiChange } from './change.ts'
import { compareApis } from './compare-apis.ts'
import { namesOf } from './names.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

type Files = Readonly<Record<string, string>>

const project = (files: Files) =>
  namesOf(
    {
      paths: Object.keys(files),
      read: path => grammar.parsing(files[path] ?? '', root => interfaceOf(root, () => true)),
    },
    { python: '3.11', platform: 'linux' },
  )

const changes = (old: string | Files, now: string | Files): readonly ApiChange[] =>
  compareApis(
    project(typeof old === 'string' ? { 'a.py': old } : old),
    project(typeof now === 'string' ? { 'a.py': now } : now),
  )

const breaks = (old: string | Files, now: string | Files) =>
  changes(old, now)
    .filter(each => each.effect === 'breaking')
    .map(each => `${each.symbol} ${each.kind}`)

test.for([
  ['def f(x, y): ...', 'def f(x): ...', ['a.f parameter-removed']],
  ['def f(x): ...', 'def f(y): ...', ['a.f parameter-renamed']],
  ['def f(x, y): ...', 'def f(y, x): ...', ['a.f parameter-moved']],
  ['def f(x, y=1): ...', 'def f(x, z=2, y=1): ...', ['a.f parameter-moved']],
  ['def f(x): ...', 'def f(x, y): ...', ['a.f parameter-added']],
  ['def f(x): ...', 'def f(x, *, y): ...', ['a.f parameter-added']],
  ['def f(x=1): ...', 'def f(x): ...', ['a.f parameter-required']],
  ['def f(x=1): ...', 'def f(x=2): ...', ['a.f parameter-default-changed']],
  ['def f(x): ...', 'def f(*, x): ...', ['a.f parameter-kind-changed']],
  ['def f(x): ...', 'def f(x, /): ...', ['a.f parameter-kind-changed']],
  ['def f(*, x): ...', 'def f(x, /): ...', ['a.f parameter-kind-changed']],
  ['def f(*x): ...', 'def f(): ...', ['a.f parameter-removed']],
  ['def f(x, **y): ...', 'def f(**y): ...', ['a.f parameter-removed']],
  ['def f(): ...', 'async def f(): ...', ['a.f async-changed']],
  ['async def f(): ...', 'def f(): ...', ['a.f async-changed']],
  ['def f() -> int: ...', 'def f() -> int | None: ...', ['a.f return-type-changed']],
  ['def f() -> int: ...', 'def f() -> str: ...', ['a.f return-type-changed']],
  ['def f(x: int | str): ...', 'def f(x: int): ...', ['a.f parameter-type-changed']],
  ['def f(): ...', 'f = 1', ['a.f object-kind-changed']],
  ['f = 1', 'class f: ...', ['a.f object-kind-changed']],
  ['class f: ...', 'def f(): ...', ['a.f object-kind-changed']],
  ['X = 1', 'X = 2', ['a.X attribute-value-changed']],
  ['X: int = 1', 'X: str = ""', ['a.X attribute-type-changed', 'a.X attribute-value-changed']],
  ['class C:\n    x: int = 1', 'class C:\n    x: int', ['a.C.x attribute-value-changed']],
  ['X = 1', '', ['a.X object-removed']],
  ['class C(A, B): ...', 'class C(A): ...', ['a.C base-removed']],
  ['class A: ...\nclass C(A): ...', 'class A: ...\nclass C: ...', ['a.C base-removed']],
  ['class C:\n    def f(self): ...', 'class C: ...', ['a.C.f object-removed']],
  ['class C:\n    def f(self, x): ...', 'class C:\n    def f(self): ...', ['a.C.f parameter-removed']],
  ['class C:\n    @staticmethod\n    def f(): ...', 'class C:\n    def f(self): ...', ['a.C.f binding-changed']],
  ['class C:\n    def f(self): ...', 'class C:\n    @property\n    def f(self): ...', ['a.C.f object-kind-changed']],
  [
    'class C:\n    @property\n    def f(self): ...\n    @f.setter\n    def f(self, x): ...',
    'class C:\n    @property\n    def f(self): ...',
    ['a.C.f property-read-only'],
  ],
  ['class C:\n    x: int = 1', 'class C:\n    @property\n    def x(self) -> int: ...', ['a.C.x property-read-only']],
  ['class C: ...', 'class C:\n    def __init__(self, x): ...', ['a.C.__init__ parameter-added']],
  [
    'class C:\n    def __init__(self): ...',
    'class C:\n    def __init__(self, x): ...',
    ['a.C.__init__ parameter-added'],
  ],
  [
    '@dataclass\nclass C:\n    x: int',
    '@dataclass\nclass C:\n    x: int\n    y: int',
    ['a.C.__init__ parameter-added'],
  ],
  [
    '@dataclass\nclass C:\n    x: int\n    y: int',
    '@dataclass\nclass C:\n    y: int\n    x: int',
    ['a.C.__init__ parameter-moved'],
  ],
  [
    '@overload\ndef f(x: int): ...\n@overload\ndef f(x: str, y: int): ...\ndef f(*a): ...',
    '@overload\ndef f(x: int): ...\n@overload\ndef f(x: str): ...\ndef f(*a): ...',
    ['a.f parameter-removed'],
  ],
  ['__all__ = ["f"]\ndef f(): ...', '__all__ = []\ndef f(): ...', ['a.f export-removed']],
  [{ 'p/__init__.py': '', 'p/a.py': 'X = 1' }, { 'p/__init__.py': '' }, ['p.a object-removed']],
  [
    { 'p/__init__.py': '', 'p/a.py': 'def f(x): ...' },
    { 'p/__init__.py': '', 'p/a.py': 'from p._b import f', 'p/_b.py': 'def f(): ...' },
    ['p.a.f parameter-removed'],
  ],
] as const)('%s → %s breaks: %s [K-21]', ([old, now, wanted]) => {
  expect(breaks(old, now)).toEqual(wanted)
})

test.for([
  ['a new optional parameter behind', 'def f(x): ...', 'def f(x, y=1, *, z=2): ...'],
  ['a parameter that may be left out now', 'def f(x): ...', 'def f(x=1): ...'],
  ['more ways to give a parameter', 'def f(x, /, *, y): ...', 'def f(x, y): ...'],
  ['a catch-all in its stead', 'def f(x, *, y): ...', 'def f(*args, **kwargs): ...'],
  ['another name of what is given by position', 'def f(x, /): ...', 'def f(y, /): ...'],
  [
    'another name in a special method',
    'class C:\n    def __eq__(self, other): ...',
    'class C:\n    def __eq__(self, value): ...',
  ],
  ['another spelling of a default', "def f(x='a', y=(1,2)): ...", 'def f(x="a", y=(1, 2,)): ...'],
  ['a narrower result', 'def f() -> int | None: ...', 'def f() -> int: ...'],
  ['a wider parameter', 'def f(x: list[int]): ...', 'def f(x: Sequence[int]): ...'],
  ['an annotation for what had none', 'def f(x): ...', 'def f(x: int) -> int: ...'],
  ['a result for what gave none', 'def f() -> None: ...', 'def f() -> int: ...'],
  [
    'a member that moves to a base',
    'class B: ...\nclass C(B):\n    def f(self): ...',
    'class B:\n    def f(self): ...\nclass C(B): ...',
  ],
  ['a base that is kept indirectly', 'class A: ...\nclass C(A): ...', 'class A: ...\nclass B(A): ...\nclass C(B): ...'],
  ['a private base', 'class _A:\n    def f(self): ...\nclass C(_A): ...', 'class C:\n    def f(self): ...'],
  [
    'an attribute that becomes a property with a setter',
    'class C:\n    def __init__(self):\n        self.x = 1',
    'class C:\n    def __init__(self): ...\n    @property\n    def x(self): ...\n    @x.setter\n    def x(self, v): ...',
  ],
  ['a function that becomes a class called alike', 'def f(x): ...', 'class f:\n    def __init__(self, x): ...'],
  [
    'an async iterator, either way written',
    'def f() -> AsyncIterator[int]: ...',
    'async def f() -> AsyncIterator[int]:\n    yield 1',
  ],
  ['a private name', '_x = 1\ndef _f(): ...', ''],
  ['a version', '__version__ = "1"', '__version__ = "2"'],
  ['what a module may make itself', 'X = 1', 'def __getattr__(name): ...'],
  ['what another package gives now', 'def f(): ...', 'from elsewhere import f'],
  ['a parameter that was given by position, old style', 'def f(__x): ...', 'def f(x, /): ...'],
  ['a remark on a type', 'X: State = make()', 'X: Annotated[State, Doc("x", 1)] = make()'],
  ['another name of a type', 'X: Literal["a", "b"] = "a"', 'X: Letters = "a"'],
  ['a narrower attribute', 'X: int | None = make()', 'X: int = make()'],
  ['a version constant', 'VERSION = "1"', 'VERSION = "2"'],
  [
    'one signature that becomes an overload for each type',
    'def f(x: int | str) -> int | str: ...',
    '@overload\ndef f(x: int) -> int: ...\n@overload\ndef f(x: str) -> str: ...\ndef f(x): ...',
  ],
  [
    'a constructor of fields that is written out',
    '@dataclass\nclass C:\n    x: int',
    'class C:\n    x: int\n    def __init__(self, x: int): ...',
  ],
  [
    'an overload more',
    '@overload\ndef f(x: int): ...\n@overload\ndef f(x: str): ...\ndef f(x): ...',
    '@overload\ndef f(x: int): ...\n@overload\ndef f(x: str): ...\n@overload\ndef f(x: bytes): ...\ndef f(x): ...',
  ],
  [
    'overloads that become one',
    '@overload\ndef f(x: int): ...\n@overload\ndef f(x: str): ...\ndef f(x): ...',
    'def f(x: int | str): ...',
  ],
] as const)('no break: %s [K-21]', ([, old, now]) => {
  expect(breaks(old, now)).toEqual([])
})

test.for([
  [
    'to another module, its name kept',
    { 'p/__init__.py': 'from .a import f', 'p/a.py': 'def f(x): ...' },
    { 'p/__init__.py': 'from .b import f', 'p/a.py': 'from .b import f', 'p/b.py': 'def f(x): ...' },
  ],
  [
    'into a package of its name',
    { 'p/__init__.py': '', 'p/a.py': 'class C:\n    def f(self): ...' },
    { 'p/__init__.py': '', 'p/a/__init__.py': 'from ._c import C', 'p/a/_c.py': 'class C:\n    def f(self): ...' },
  ],
  [
    'with its base',
    { 'p/__init__.py': 'from .a import A, C', 'p/a.py': 'class A: ...\nclass C(A): ...' },
    { 'p/__init__.py': 'from .b import A, C', 'p/a.py': 'from .b import *', 'p/b.py': 'class A: ...\nclass C(A): ...' },
  ],
] as const)('what moves %s is no break [K-21]', ([, old, now]) => {
  expect(breaks(old, now)).toEqual([])
})

test('each change says what, where before, where now, and what to do [K-21]', () => {
  const [found] = changes('\ndef f(x, y): ...', '\n\ndef f(x): ...')
  expect(found).toEqual({
    kind: 'parameter-removed',
    effect: 'breaking',
    symbol: 'a.f',
    says: 'lost its parameter "y"',
    fix: 'Take "y" as before, or let it be given and ignored for one release.',
    confidence: 'high',
    old: { path: 'a.py', line: 2 },
    new: { path: 'a.py', line: 3 },
  })
})

test('a thing with several names is told once, under the shortest [K-21]', () => {
  const old = { 'p/__init__.py': 'from .a import f', 'p/a.py': 'def f(x): ...' }
  expect(breaks(old, { ...old, 'p/a.py': 'def f(): ...' })).toEqual(['p.f parameter-removed'])
})

test('what is new is additive, what nobody sees internal [K-21]', () => {
  const found = changes('def f(): ...\ndef _g(): ...', 'def f(x=1): ...\ndef _g(x): ...\nY = 1')
  expect(found.map(each => [each.symbol, each.effect])).toEqual([
    ['a.f', 'additive'],
    ['a.Y', 'additive'],
    ['a._g', 'internal'],
  ])
})

/** Sources of modules, as lines that each define one name. */
const name = fc.constantFrom('f', 'g', 'h', 'Shelf', 'LIMIT', '_own')
const parameters = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
  .chain(names => fc.tuple(fc.constant(names), fc.nat(names.length), fc.nat(names.length), fc.boolean()))
  .map(([names, required, positional, rest]) => {
    const written = names.map((each, at) => (at < required ? each : `${each}=${at}`))
    const before = written.slice(0, positional)
    const after = written.slice(positional)
    return [...before, ...(after.length > 0 ? ['*', ...after] : []), ...(rest ? ['**rest'] : [])].join(', ')
  })
const definition = fc.tuple(name, parameters, fc.nat(4), fc.boolean()).map(([own, given, kind, isAsync]) => {
  const self = given === '' ? 'self' : `self, ${given}`
  return [
    `${isAsync ? 'async ' : ''}def ${own}(${given}): ...`,
    `class ${own}:\n    def put(${self}): ...\n    size: int = ${given.length}`,
    `@dataclass\nclass ${own}:\n    a: int\n    b: int = 1`,
    `${own} = ${given.length}`,
    `${own}: int = ${given.length}`,
  ][kind]!
})
const source = fc.array(definition, { maxLength: 6 }).map(lines => lines.join('\n'))

test('a state against itself, and against the same text elsewhere, has no changes [K-21]', () => {
  fc.assert(
    fc.property(source, text => {
      expect(changes(text, text)).toEqual([])
      expect(changes(text, `"""Moved down."""\n\n# Words.\n${text}`)).toEqual([])
    }),
  )
})

test('what one side lacks is added in one direction and breaks in the other [K-21]', () => {
  fc.assert(
    fc.property(source, definition, (text, more) => {
      const [there, back] = [changes(text, `${more}\n${text}`), changes(`${more}\n${text}`, text)]
      const symbols = (all: readonly ApiChange[], kind: string) =>
        all.filter(each => each.kind === kind && !each.symbol.includes('__init__')).map(each => each.symbol)
      expect(symbols(there, 'object-added')).toEqual(symbols(back, 'object-removed'))
    }),
  )
})

test('every mutation of a signature is found [K-21]', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 2 }),
      fc.nat(3),
      fc.nat(3),
      (names, at, how) => {
        const chosen = at % names.length
        const text = (all: readonly string[]) => `def f(${all.join(', ')}): ...`
        const old = text(names)
        const now = [
          text(names.filter((_, index) => index !== chosen)),
          text(names.map((each, index) => (index === chosen ? `${each}_` : each))),
          text([...names.slice(1), names[0]!]),
          text([...names, 'new']),
        ][how]!
        expect(breaks(old, now)).not.toEqual([])
      },
    ),
  )
})

/** Modules that lean on each other in every way, in circles too. */
const word = fc.constantFrom('a', 'b', 'c', 'x', 'y', 'z')
const tangled = fc
  .tuple(word, word, word, fc.nat(9))
  .map(
    ([one, two, three, kind]) =>
      [
        `from ${one} import ${two} as ${three}`,
        `from ${one} import *`,
        `import ${one}`,
        `${one} = ${two}`,
        `${one} = ${two}.${three}`,
        `${one} = ${two}(${three})`,
        `class ${one}(${two}):\n    ${two} = ${three}\n    ${three} = ${two}.${one}\n    @${one}\n    def ${one}(self): ...`,
        `@${one}\ndef ${one}(${two}): ...`,
        `__all__ = [*${one}.__all__, "${two}"]`,
        `class ${one}(${two}.${three}, ${three}): ...`,
      ][kind]!,
  )

test('whatever leans on whatever, a state against itself has no changes, and the end is reached [K-21]', () => {
  const module = fc.array(tangled, { maxLength: 8 }).map(lines => lines.join('\n'))
  fc.assert(
    fc.property(module, module, module, (a, b, c) => {
      const files = { 'a.py': a, 'b.py': b, 'c/__init__.py': c }
      expect(changes(files, files)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

test.for([
  ['names of names', lines(5000, at => `a${at + 1} = a${at}`)],
  ['classes of classes', lines(1000, at => `class C${at + 1}(C${at}): ...`)],
  ['classes in classes by name', lines(1000, at => `class C${at}:\n    x = C${at + 1}\n    y = C${at + 1}`)],
  ['one class of many', `${lines(1000, at => `class B${at}: ...`)}\nclass C(${lines(1000, at => `B${at},`)}): ...`],
  ['decorators of decorators', lines(1000, at => `@f${at}\ndef f${at + 1}(): ...`)],
] as const)('%s without end come to one [Q-05]', ([, text]) => {
  expect(changes(text, text)).toEqual([])
})

test('stars, imports and lists of lists without end come to one [Q-05]', () => {
  const chain = (line: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`m${at}.py`, line(at)]))
  for (const files of [
    chain(at => `from m${at + 1} import *`),
    chain(at => `from m${at + 1} import x`),
    chain(at => `from . import m${at + 1}\nimport m${at + 1}\n__all__ = [*m${at + 1}.__all__]`),
  ])
    expect(changes(files, files)).toEqual([])
})
