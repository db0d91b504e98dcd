import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { oneLine, visibleLines } from './visible.ts'

test('no text keeps a character that steers a terminal or reverses the reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(oneLine(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
      for (const line of visibleLines(text)) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
  )
})

test('words stay as they are, and so do emoji and indentation', () => {
  expect(oneLine(' a 👩‍💻 b\u001b[31m\nc ')).toBe('a 👩‍💻 b [31m c')
  expect(visibleLines('def a():\n\treturn 1\r\n\n')).toEqual(['def a():', '    return 1'])
})
