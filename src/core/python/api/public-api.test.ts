import { beforeAll, expect, test } from 'vitest'
import type { Grammar } from '../../../ports/grammar.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { interfaceOf } from '../interface-of.ts'
import { signatureOf } from '../signature.ts'
import { namesOf } from './names.ts'
import { publicApi } from './public-api.ts'
import { isClass } from './things.ts'

let grammar: Grammar
beforeAll(async () => {
  grammar = await loadGrammar()
})

const target = { python: '3.11', platform: 'linux' }

const project = (files: Readonly<Record<string, string>>) =>
  namesOf(
    {
      paths: Object.keys(files),
      read: path => grammar.parsing(files[path] ?? '', root => interfaceOf(root, () => true)),
    },
    target,
  )

/** Every public name, with the name of what it leads to where that is another one. */
const api = (files: Readonly<Record<string, string>>) =>
  [...publicApi(project(files)).values()]
    .filter(each => each.thing.kind !== 'module')
    .flatMap(({ thing, paths }) => paths.map(path => (path === thing.name ? path : `${path} → ${thing.name}`)))
    .toSorted()

test.for([
  [
    'a definition of a module',
    { 'a.py': 'def f(): ...\nclass C: ...\nX = 1\n_y = 2\nimport os\nfrom os import path\n' },
    ['a.C', 'a.X', 'a.f'],
  ],
  ['what `__all__` lists', { 'a.py': '__all__ = ["_g"]\ndef f(): ...\ndef _g(): ...\n' }, ['a._g']],
  [
    'what a package takes out of itself',
    {
      'a/__init__.py': 'from ._b import C\nfrom a._b import f as g\nimport os\nfrom os import path\n',
      'a/_b.py': 'class C: ...\ndef f(): ...\n',
    },
    ['a.C → a._b.C', 'a.g → a._b.f'],
  ],
  [
    'stars, followed through several modules and their lists',
    {
      'a/__init__.py':
        'from ._b import *\nfrom ._c import *\n__all__ = [*_b.__all__]\n__all__ += _c.__all__\nfrom . import _b, _c\n',
      'a/_b.py': '__all__ = ["f"]\ndef f(): ...\ndef g(): ...\n',
      'a/_c.py': 'from ._d import h\n__all__ = ["h"]\n',
      'a/_d.py': 'def h(): ...\n',
    },
    ['a.f → a._b.f', 'a.h → a._d.h'],
  ],
  [
    'stars in a circle',
    { 'a/__init__.py': 'from .b import *\nX = 1\n', 'a/b.py': 'from a import *\nY = 1\n' },
    ['a.X', 'a.Y → a.b.Y', 'a.b.Y'],
  ],
  ['another name of the same thing', { 'a.py': 'def f(): ...\ng = f\n' }, ['a.f', 'a.g → a.f']],
  [
    'a method of an instance under a name of the module',
    { 'a.py': 'class _R:\n    def seed(self, x): ...\n_inst = _R()\nseed = _inst.seed\n' },
    ['a.seed → a._R.seed'],
  ],
  [
    'what is there for a target',
    { 'a.py': 'import sys\nif sys.platform == "win32":\n    def f(): ...\nelse:\n    def g(): ...\n' },
    ['a.g'],
  ],
  [
    'what stands in for a failed import',
    {
      'a.py':
        'try:\n    from _fast import f\nexcept ImportError:\n    def f(x): ...\ntry:\n    import json5\nexcept ImportError:\n    json5 = None\n',
    },
    ['a.f'],
  ],
  [
    'nothing of tests, of private modules and of `__main__`',
    {
      'a/__init__.py': '',
      'a/__main__.py': 'X = 1\n',
      'a/_p.py': 'X = 1\n',
      'tests/test_a.py': 'X = 1\n',
      'a/tests/b.py': 'X = 1\n',
      'setup.py': 'X = 1\n',
    },
    [],
  ],
  [
    'no tools of annotations',
    { 'a.py': 'from typing import TypeVar\nT = TypeVar("T")\nlog = logging.getLogger(__name__)\nX = 1\n' },
    ['a.X'],
  ],
  [
    'members of classes under their own class, inherited ones too',
    {
      'a/__init__.py': 'from ._b import Shelf\n',
      'a/_b.py': 'class _Base:\n    def put(self): ...\nclass Shelf(_Base):\n    size: int\n    def _own(self): ...\n',
    },
    ['a.Shelf → a._b.Shelf', 'a.Shelf.put → a._b._Base.put', 'a.Shelf.size → a._b.Shelf.size'],
  ],
  [
    'of stubs only what they export',
    { 'a.pyi': 'from b import c, d as d\ndef f() -> None: ...\n', 'b.py': 'def c(): ...\ndef d(): ...\n' },
    ['a.d → b.d', 'a.f', 'b.c', 'b.d'],
  ],
  [
    'what lies in a folder that is no package, under the name by which it is imported',
    { 'backend/app/__init__.py': 'from app._b import f\n', 'backend/app/_b.py': 'def f(): ...\n' },
    ['app.f → app._b.f'],
  ],
  [
    'two packages of one name, each under its own',
    { 'a/app/__init__.py': 'def f(): ...\n', 'b/app/__init__.py': 'def g(): ...\n' },
    ['app.f', 'b.app.g'],
  ],
  ['what lies below src', { 'src/a/__init__.py': 'def f(): ...\n' }, ['a.f']],
] as const)('public is %s [K-21]', ([, files, names]) => {
  expect(api(files)).toEqual(names)
})

test('a thing has its place and all public names, the shortest first [K-21]', () => {
  const found = publicApi(project({ 'a/__init__.py': 'from .b import f\n', 'a/b.py': '\n\ndef f(): ...\n' })).get(
    'a.b.f',
  )
  expect(found).toMatchObject({ thing: { path: 'a/b.py', line: 3 }, paths: ['a.f', 'a.b.f'] })
})

const member = (source: string, name: string, of = 'C') => {
  const names = project({ 'a.py': source })
  const thing = names.attribute('a', of)
  const found = isClass(thing) ? names.classMember(thing, name) : undefined
  return found?.kind === 'definition' ? found : undefined
}

const signature = (source: string, name: string, of = 'C') => {
  const found = member(source, name, of)
  const [only] = found?.group.kind === 'function' ? found.group.signatures : []
  return only && signatureOf(only)
}

test('members are looked up in the order of C3 [K-11]', () => {
  const source =
    'class A:\n    def f(self, a): ...\nclass B(A): ...\nclass D(A):\n    def f(self, d): ...\nclass C(B, D): ...\n'
  expect(signature(source, 'f')).toBe('def f(self, d)')
})

test.for([
  [
    '@dataclass\nclass C:\n    a: int\n    b: int = 1\n    c: ClassVar[int] = 2\n    _: KW_ONLY\n    d: list = field(default_factory=list)\n    e: int = field(init=False)\n',
    'def __init__(a: int, b: int = ..., *, d: list = ...)',
  ],
  ['@dataclass\nclass A:\n    a: int\n@dataclass\nclass C(A):\n    b: str\n', 'def __init__(a: int, b: str)'],
  ['@dataclass(kw_only=True)\nclass C:\n    a: int\n', 'def __init__(*, a: int)'],
  [
    '@attrs.define\nclass C:\n    _a: int\n    b: int = attrs.field(default=1, kw_only=True)\n',
    'def __init__(a: int, *, b: int = ...)',
  ],
  ['@attr.s\nclass C:\n    a = attr.ib()\n    b = attr.ib(default=1)\n', 'def __init__(a, b = ...)'],
  ['class C(NamedTuple):\n    a: int\n    b: int = 1\n    def f(self): ...\n', 'def __init__(a: int, b: int = ...)'],
  ['C = namedtuple("C", "a b")', 'def __init__(a, b)'],
  [
    'class C(BaseModel):\n    model_config = ConfigDict()\n    a: int\n    b: int = Field(default=1)\n    c: str = Field(...)\n',
    'def __init__(*, a: int, b: int = ..., c: str)',
  ],
  ['@dataclass(init=False)\nclass C:\n    a: int\n', undefined],
  ['@dataclass\nclass C:\n    a: int\n    def __init__(self, x): ...\n', 'def __init__(self, x)'],
] as const)('%s is made by %s [K-11]', ([source, wanted]) => {
  expect(signature(source, '__init__')).toBe(wanted)
})

test.for([
  ['@property\n    def p(self): ...\n', { setter: false, deleter: false }],
  [
    '@property\n    def p(self): ...\n    @p.setter\n    def p(self, x): ...\n    @p.deleter\n    def p(self): ...\n',
    { setter: true, deleter: true },
  ],
  ['@functools.cached_property\n    def p(self): ...\n', { setter: true, deleter: true }],
  ['def _get(self): ...\n    def _set(self, x): ...\n    p = property(_get, _set)\n', { setter: true, deleter: false }],
] as const)('a property: %s [K-11]', ([body, wanted]) => {
  expect(member(`class C:\n    ${body}`, 'p')?.group).toMatchObject({ kind: 'property', ...wanted })
})

test('another name of property decorates as it does', () => {
  expect(member('_attr = property\nclass C:\n    @_attr\n    def p(self): ...\n', 'p')?.group.kind).toBe('property')
})

test('overloads stand together, their implementation apart [K-11]', () => {
  const source =
    'class C:\n    @overload\n    def f(self, a: int): ...\n    @overload\n    def f(self, a: str): ...\n    def f(self, a): ...\n'
  const group = member(source, 'f')?.group
  expect(group?.kind === 'function' && [group.signatures.length, group.implementation?.line]).toEqual([2, 6])
})

test('how a function is reached: decorated, wrapped, by its name, under another one', () => {
  const source =
    'def g(x): ...\nclass C:\n    @staticmethod\n    def a(): ...\n    @classmethod\n    def b(cls): ...\n    def c(self): ...\n    d = staticmethod(g)\n    e = g\n    def __class_getitem__(cls, x): ...\n    h = c\n'
  expect(['a', 'b', 'c', 'd', 'e', '__class_getitem__', 'h'].map(name => member(source, name)?.binding)).toEqual([
    'static',
    'class',
    'instance',
    'static',
    'instance',
    'class',
    'instance',
  ])
})

test('the last definition counts, a declaration takes nothing away', () => {
  expect(signature('class C:\n    def f(self): ...\n    def f(self, a): ...\n', 'f')).toBe('def f(self, a)')
  expect(signature('class C:\n    def f(self): ...\n    f: Any\n', 'f')).toBe('def f(self)')
})

test('classes that inherit from each other in a circle, and names that mean themselves, end', () => {
  const names = project({ 'a.py': 'class A(B): ...\nclass B(A): ...\nx = y\ny = x\nfrom a import z\n' })
  const thing = names.attribute('a', 'A')
  expect(isClass(thing) && names.ancestors(thing).order.map(each => each.name)).toEqual(['a.A', 'a.B'])
  expect(names.attribute('a', 'x')?.kind).toBe('outside')
  expect(names.attribute('a', 'z')?.kind).toBe('outside')
  expect(member('client = 1\nclass C:\n    client = client.open\n    a = b\n    b = a\n', 'client')).toBeUndefined()
  expect(member('class C:\n    a = b\n    b = a\n', 'a')).toBeUndefined()
})
