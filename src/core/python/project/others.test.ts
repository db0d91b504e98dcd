import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { sourceOf } from '../source/source.ts'
import { importsOthers, isOfLibrary } from './others.ts'

const grammar = await loadGrammar()

test.each([
  ['import os\nfrom collections.abc import Iterable\n', false],
  ['x = "import numpy"\n', false],
  ['import os, json\n\n\ndef f():\n    from . import a\n', true],
  ['from .a import b\n', true],
  ['import numpy as np\n', true],
  ['import os, numpy\n', true],
  ['import os, json as j\n', false],
  ['    from shop.a import b\n', true],
])('%j knows other code: %j', (text, does) => {
  expect(grammar.parsing(text, root => importsOthers(sourceOf(root, 'src/shop/a.py', text)))).toBe(does)
})

test('what comes with Python', () => {
  expect(['os.path', 'asyncio', 'test.support', 'numpy', 'shop.os'].map(isOfLibrary)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
})
