import { expect, test } from 'vitest'
import { decodePython } from './encoding.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)

test.each([
  ['UTF-8', bytes('x = "é"\n'), 'x = "é"\n'],
  [
    'a declared encoding',
    bytes('# -*- coding: latin-1 -*-\nx = "é"\n', 'latin1'),
    '# -*- coding: latin-1 -*-\nx = "é"\n',
  ],
  [
    'one in the second line',
    bytes('#!/usr/bin/python\n# vim: set fileencoding=iso8859-15 :\nx = "\xa4"\n', 'latin1'),
    '#!/usr/bin/python\n# vim: set fileencoding=iso8859-15 :\nx = "€"\n',
  ],
  ['carriage returns', bytes('# coding: cp1252\r\nx = 1\r\n'), '# coding: cp1252\r\nx = 1\r\n'],
])('%s is read as Python reads it [Q-04]', (_, source, text) => {
  expect(decodePython(source)).toEqual({ text, mark: false })
})

test('a byte order mark is no part of the text', () => {
  expect(decodePython(bytes('\uFEFFx = 1\n'))).toEqual({ text: 'x = 1\n', mark: true })
})

test.each([
  ['not UTF-8', Buffer.concat([bytes('a = 1\nb = 2\nc = "'), Buffer.from([0xe9]), bytes('"\n')]), /not UTF-8/, 3],
  ['cut in a character', Buffer.concat([bytes('a = 1\n# '), Buffer.from([0xe2, 0x82])]), /not UTF-8/, 2],
  ['a NUL byte', bytes('a = 1\n\0'), /NUL/, 2],
  ['an encoding of nobody', bytes('# coding: martian\n'), /"martian"/, 1],
  [
    'a declaration behind code is none',
    Buffer.concat([bytes('x = 1\n# coding: latin-1\n"'), Buffer.from([0xe9]), bytes('"\n')]),
    /not UTF-8/,
    3,
  ],
])('%s is told with its line [Q-04]', (_, source, problem, line) => {
  expect(decodePython(source)).toEqual({ problem: expect.stringMatching(problem), line })
})
