import { expect, test } from 'vitest'
import { loadRuff } from './ruff.ts'
import { loadGrammar } from './tree-sitter.ts'

test('the grammar parses, hands over what was made of the tree, and is loaded once', async () => {
  const grammar = await loadGrammar()
  expect(grammar.parsing('x = 1\n', root => root.type)).toBe('module')
  expect(await loadGrammar()).toBe(grammar)
})

test('what `use` throws is thrown', async () => {
  const grammar = await loadGrammar()
  expect(() =>
    grammar.parsing('x', () => {
      throw new Error('mine')
    }),
  ).toThrow('mine')
})

test('Ruff checks and formats with the settings that it is given [K-13]', async () => {
  const ruff = await loadRuff()
  const found = ruff.check('é = "ü"; import os\n', { lint: { select: ['F401'] } })
  expect(found).toMatchObject([{ code: 'F401', start: { row: 1, column: 17 } }])
  expect(ruff.check('import os\n', { lint: { select: ['E7'] } })).toEqual([])
  expect(ruff.format('x=1\n', {})).toBe('x = 1\n')
  expect(() => ruff.format('x=(\n', {})).toThrow(/./)
  expect(() => ruff.check('x', { nonsense: true })).toThrow(/nonsense/)
})
