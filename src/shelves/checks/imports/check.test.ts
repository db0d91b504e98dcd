import { beforeAll, expect, test } from 'vitest'
import { ownPath } from '../../../base/repo-path.ts'
import type { EmbeddedTools } from '../../../ports/check.ts'
import { loadRuff } from '../../../world/grammar/ruff.ts'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { secretScanner } from '../../../world/secrets.ts'
import imports from './check.ts'

let tools: EmbeddedTools
beforeAll(async () => {
  tools = { grammar: await loadGrammar(), ruff: await loadRuff(), secrets: secretScanner(), rules: [] }
})

/** What is found in a package `shop` in which `subprocess` is prohibited. */
const found = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const texts = new Map(Object.entries(files).map(([name, text]) => [ownPath(`src/shop/${name}`), text]))
  const result = await imports.inside?.inspect(
    {
      files: texts,
      tree: [...texts.keys()],
      focus: [...texts.keys()],
      project: {
        package: 'shop',
        requirements: [],
        dev_requirements: [],
        distributions: {},
        python: '3.11',
        contracts: new Map(),
        coverage: 80,
        untested: false,
        prohibited: ['subprocess'],
      },
    },
    tools,
  )
  return result?.findings.map(each => `${each.rule} ${each.message}`) ?? []
}

test.for([
  [
    'a star of the project',
    { '__init__.py': '', 'a.py': 'from shop.b import *\n', 'b.py': 'def f(): ...\n', 'c.py': 'from shop.a import f\n' },
  ],
  [
    'a star that leads outside',
    { '__init__.py': '', 'a.py': 'from os.path import *\n', 'c.py': 'from shop.a import join\n' },
  ],
  [
    'a name of one system',
    {
      '__init__.py': '',
      'a.py': 'import sys\nif sys.platform == "win32":\n    def f(): ...\n',
      'c.py': 'from shop.a import f\n',
    },
  ],
  [
    'a name that a loop defines',
    { '__init__.py': '', 'a.py': 'for x in (1, 2):\n    last = x\n', 'c.py': 'from shop.a import last\n' },
  ],
  [
    'a name that a function sets',
    { '__init__.py': '', 'a.py': 'def go():\n    global state\n    state = 1\n', 'c.py': 'from shop.a import state\n' },
  ],
  ['a call for what may be there', { '__init__.py': 'import importlib\nimportlib.import_module("orjson")\n' }],
  [
    'a module that is found by its name in the package',
    { '__init__.py': '', 'a.py': '', 'c.py': 'from shop import a\n' },
  ],
] as const)('%s is no fault [K-12]', async ([, files]) => {
  expect(await found(files)).toEqual([])
})

test.for([
  [
    { '__init__.py': '', 'a.py': 'from shop.b import *\n', 'b.py': 'def f(): ...\n', 'c.py': 'from shop.a import g\n' },
    ['unresolved `shop.a` has no `g`.'],
  ],
  [
    {
      '__init__.py': '',
      'a.py': 'from shop.b import *\n',
      'b.py': '__all__ = []\ndef f(): ...\n',
      'c.py': 'from shop.a import f\n',
    },
    ['unresolved `shop.a` has no `f`.'],
  ],
  [
    { '__init__.py': 'import importlib\nimportlib.import_module("subprocess").run([])\n' },
    ['prohibited `subprocess` is prohibited by the design.'],
  ],
  [{ '__init__.py': '__import__("shop.nowhere")\n' }, ['unresolved `shop.nowhere` is not in this project.']],
] as const)('%s: %s [K-12]', async ([files, wanted]) => {
  expect(await found(files)).toEqual(wanted)
})
