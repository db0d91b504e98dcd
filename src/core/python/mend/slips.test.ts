import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadGrammar } from '../../../world/grammar/tree-sitter.ts'
import { syntaxErrorsOf } from '../syntax-errors.ts'
import { mendSlips } from './slips.ts'

const grammar = await loadGrammar()
const errorsOf = (text: string) => grammar.parsing(text, syntaxErrorsOf)
const mended = (text: string) => mendSlips(text, errorsOf)

test.each([
  ['a colon', 'def a()\n    return 1\n', 'def a():\n    return 1\n', 'a missing colon'],
  ['a colon before a comment', 'if x  # why\n    y = 1\n', 'if x:  # why\n    y = 1\n', 'a missing colon'],
  ['a fence', '```python\nx = 1\n```\n', 'x = 1\n', 'a Markdown fence around the file'],
  ['quotes of a word processor', 'x = \u201ca\u201d\n', 'x = "a"\n', 'characters of a word processor'],
  ['a space that is none', 'x =\u00a01\n', 'x = 1\n', 'characters of a word processor'],
])('%s is put right, and said [C-69]', (_, text, wanted, what) => {
  expect(mended(text)).toEqual({ text: wanted, what: [what] })
})

test('several slips are put right one after the other [C-69]', () => {
  const text = '```\ndef a()\n    return \u201cx\u201d\n\n\nclass B\n    pass\n```\n'
  expect(mended(text)?.text).toBe('def a():\n    return "x"\n\n\nclass B:\n    pass\n')
})

test.each([
  ['sound Python', 'x = \u201c not python\n'.replace('\u201c', '"ok"  #')],
  ['a bracket that is never closed', 'x = (1,\n'],
  ['prose', 'Here is the file that you asked for.\n'],
  ['a fence with prose around it', 'Sure!\n```python\nx = 1\n```\nThat is it.\n'],
])('%s is left alone [C-69]', (_, text) => {
  expect(mended(text)).toBeUndefined()
})

test('characters in strings that parse are nobody’s slip [C-69]', () => {
  expect(mended('def a()\n    return "\u201cquoted\u201d"\n')?.text).toBe('def a():\n    return "\u201cquoted\u201d"\n')
})

test('what is put right parses; what cannot be is left as it was, whatever it is [C-69]', () => {
  const pieces = fc.constantFrom(
    'def a()',
    'if x',
    '    return 1',
    'x = \u201ca\u201d',
    '```',
    'y = (',
    ')',
    '',
    'class B:',
    '    pass',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), lines => {
      const result = mended(`${lines.join('\n')}\n`)
      if (result !== undefined) expect(errorsOf(result.text)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
