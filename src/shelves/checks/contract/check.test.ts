import { beforeAll, expect, test } from 'vitest'
import { ownPath } from '../../../base/repo-path.ts'
import type { EmbeddedTools } from '../../../ports/check.ts'
import { loadRuff } from '../../../world/grammar/ruff.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { secretScanner } from '../../../world/secrets.ts'
import contract from './check.ts'

let tools: EmbeddedTools
beforeAll(async () => {
  tools = { grammar: await loadGrammar(), ruff: await loadRuff(), secrets: secretScanner(), rules: [] }
})

/** What is found of the file `src/p/__init__.py`, which is to offer what the stub says. */
const found = async (stub: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const path = ownPath('src/p/__init__.py')
  const texts = new Map(Object.entries(files).map(([name, text]) => [ownPath(`src/p/${name}`), text]))
  const result = await contract.inside?.inspect(
    {
      files: texts,
      tree: [...texts.keys()],
      focus: [path],
      project: {
        package: 'p',
        requirements: [],
        dev_requirements: [],
        distributions: {},
        python: '3.11',
        contracts: new Map([[path, stub]]),
        coverage: 80,
        untested: false,
      },
    },
    tools,
  )
  return result?.findings.map(each => `${each.line ?? 0} ${each.message}`) ?? []
}

test.for([
  [
    'a function that lies in another module',
    'def f(a: int) -> str: ...',
    { '__init__.py': 'from ._f import f\n', '_f.py': 'def f(a: int) -> str: ...\n' },
  ],
  [
    'one behind a star',
    'def f(a): ...',
    { '__init__.py': 'from ._f import *\n', '_f.py': '__all__ = ["f"]\ndef f(a): ...\n' },
  ],
  ['one under another name', 'def f(a): ...', { '__init__.py': 'def _g(a): ...\nf = _g\n' }],
  [
    'a class, its methods inherited from another module',
    'class C:\n    def f(self, a): ...\n    size: int\n',
    {
      '__init__.py': 'from ._b import B\nclass C(B): ...\n',
      '_b.py': 'class B:\n    size: int\n    def f(self, a): ...\n',
    },
  ],
  [
    'a method that comes first in the order of C3',
    'class C:\n    def f(self, d): ...\n',
    {
      '__init__.py':
        'class A:\n    def f(self, a): ...\nclass B(A): ...\nclass D(A):\n    def f(self, d): ...\nclass C(B, D): ...\n',
    },
  ],
  [
    'overloads in another module',
    '@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: str) -> str: ...\n',
    {
      '__init__.py': 'from ._f import f\n',
      '_f.py': '@overload\ndef f(a: int) -> int: ...\n@overload\ndef f(a: str) -> str: ...\ndef f(a): ...\n',
    },
  ],
  [
    'one function where it is overloaded besides',
    'def f(a): ...',
    { '__init__.py': '@overload\ndef f(a: int) -> int: ...\ndef f(a): ...\n' },
  ],
  [
    'a property with its setter',
    'class C:\n    @property\n    def p(self) -> int: ...\n    @p.setter\n    def p(self, v: int) -> None: ...\n',
    {
      '__init__.py':
        'class C:\n    @property\n    def p(self) -> int: ...\n    @p.setter\n    def p(self, v: int) -> None: ...\n',
    },
  ],
  [
    'an attribute that is a property',
    'class C:\n    p: int\n',
    {
      '__init__.py':
        'class C:\n    @property\n    def p(self) -> int: ...\n    @p.setter\n    def p(self, v: int) -> None: ...\n',
    },
  ],
  [
    'a property that is an attribute',
    'class C:\n    @property\n    def p(self) -> int: ...\n',
    { '__init__.py': 'class C:\n    def __init__(self):\n        self.p: int = 1\n' },
  ],
  [
    'a constructor that fields make',
    'class C:\n    def __init__(self, a: int, b: str = ...): ...\n',
    { '__init__.py': '@dataclass\nclass C:\n    a: int\n    b: str = ""\n' },
  ],
  [
    'a method of an instance under a name of the module',
    'def go(x): ...',
    { '__init__.py': 'class _R:\n    def go(self, x): ...\n_r = _R()\ngo = _r.go\n' },
  ],
  [
    'a static method made of a function',
    'class C:\n    @staticmethod\n    def f(x): ...\n',
    { '__init__.py': 'def g(x): ...\nclass C:\n    f = staticmethod(g)\n' },
  ],
  [
    'a special method, whatever its parameters are called',
    'class C:\n    def __eq__(self, other): ...\n',
    { '__init__.py': 'class C:\n    def __eq__(self, value): ...\n' },
  ],
  [
    'what is given by position, whatever its name',
    'def f(a, /, *args): ...',
    { '__init__.py': 'def f(b, /, *rest): ...\n' },
  ],
  [
    'what a version of Python has',
    'def f(a): ...',
    { '__init__.py': 'import sys\nif sys.version_info >= (3, 12):\n    def f(): ...\nelse:\n    def f(a): ...\n' },
  ],
] as const)('%s is offered [K-11]', async ([, stub, files]) => {
  expect(await found(stub, files)).toEqual([])
})

test.for([
  [
    'def f(a): ...',
    { '__init__.py': '\nfrom ._f import f\n', '_f.py': 'def f(): ...\n' },
    ['2 `f` lacks the parameter "a".'],
  ],
  [
    'def f(a): ...',
    { '__init__.py': 'from ._f import f\n', '_f.py': 'f = 1\n' },
    ['1 `f` is a plain name; a function is wanted.'],
  ],
  [
    'def f(a): ...',
    { '__init__.py': 'from elsewhere import f\n' },
    ['1 `f` is imported from elsewhere, so its shape cannot be seen here; a function is wanted.'],
  ],
  [
    'class C:\n    def f(self, a): ...\n',
    { '__init__.py': 'from ._b import B\n\nclass C(B): ...\n', '_b.py': 'class B:\n    def f(self): ...\n' },
    ['3 `C.f` lacks the parameter "a".'],
  ],
  [
    'class C:\n    p: int\n',
    { '__init__.py': 'class C:\n    @property\n    def p(self) -> str: ...\n' },
    [
      '3 `C.p` is a property that cannot be set; an attribute is wanted.',
      '3 `C.p` is annotated "str"; "int" is wanted.',
    ],
  ],
  [
    'class C:\n    @property\n    def p(self) -> int: ...\n    @p.setter\n    def p(self, v: int) -> None: ...\n',
    { '__init__.py': 'class C:\n    @property\n    def p(self) -> int: ...\n' },
    ['3 `C.p` has no setter; one is wanted.'],
  ],
  [
    'def f(a): ...',
    { '__init__.py': 'import sys\nif sys.version_info >= (3, 12):\n    def f(a): ...\n' },
    ['0 `f` is missing; wanted: `def f(a)`.'],
  ],
] as const)('%s is not offered by %s [K-11]', async ([stub, files, wanted]) => {
  expect((await found(stub, files)).toSorted()).toEqual([...wanted].toSorted())
})
