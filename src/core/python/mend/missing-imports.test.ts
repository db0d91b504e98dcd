import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { importFor, importRow, withImports } from './missing-imports.ts'

const grammar = await loadGrammar()
const nobody = new Map<string, string>()

test.each([
  ['Path', 'Path("a")', 'from pathlib import Path'],
  ['Callable', 'x: Callable[[], None]', 'from collections.abc import Callable'],
  ['json', 'json.loads(x)', 'import json'],
  ['datetime', 'datetime.datetime.now()', 'import datetime'],
])('%s comes in as it is meant [C-69]', (name, source, wanted) => {
  expect(importFor(name, source, nobody, '3.11')).toBe(wanted)
})

test.each([
  ['a name that nobody knows', 'frobnicate', 'frobnicate()'],
  ['a module that is used as something else', 'json', 'json(1); json.loads(x)'],
  ['a module that this Python no longer has', 'telnetlib', 'telnetlib.Telnet()'],
])('%s stays for whoever made the file [C-69]', (_, name, source) => {
  expect(importFor(name, source, nobody, '3.13')).toBeUndefined()
})

test('the project’s own names come from their module; what could be two things is nobody’s guess [C-69]', () => {
  const own = new Map([
    ['ParcelError', 'parcels.exceptions'],
    ['Path', 'parcels.paths'],
  ])
  expect(importFor('ParcelError', 'raise ParcelError', own, '3.11')).toBe('from parcels.exceptions import ParcelError')
  expect(importFor('Path', 'Path()', own, '3.11')).toBeUndefined()
})

test.each([
  ['behind the docstring', '"""A file."""\n\nx = 1\n', '"""A file."""\n\nimport os\n\nx = 1\n'],
  ['beside the others', '"""A file."""\n\nimport abc\n', '"""A file."""\n\nimport os\nimport abc\n'],
  [
    'behind what comes from the future',
    '# why\n"""A."""\nfrom __future__ import annotations\nx = 1\n',
    '# why\n"""A."""\nfrom __future__ import annotations\nimport os\n\nx = 1\n',
  ],
  ['at the beginning where there is nothing else', 'x = 1\n', 'import os\n\nx = 1\n'],
])('an import is put in %s [C-69]', (_, text, wanted) => {
  expect(withImports(text, grammar.parsing(text, importRow), ['import os'])).toBe(wanted)
})
