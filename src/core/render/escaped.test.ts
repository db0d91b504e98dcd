import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { md, plain, py } from './escaped.ts'

test('the kinds of file keep their own members', () => {
  expect(py.comment('a*b\nc')).toBe('a*b c')
  expect(md.text('a*b\nc')).toBe('a\\*b c')
  expect(plain.text('a*b\nc')).toBe('a*b c')
  expect(py.name('a.b')).toBe('a.b')
})

test('a docstring’s words neither end the docstring nor escape anything [Q-05]', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', "'", '\\', '\n', 'a', ' ') }), text => {
      expect(py.doc(text)).not.toMatch(/"""|\\|\n|^"|"$/)
    }),
  )
})

test('names that are no identifiers are thrown out', () => {
  expect(() => py.name('os; import sys')).toThrow('not a Python name')
})

test('a link leads to the web or nowhere', () => {
  expect(() => md.url('javascript:alert(1)')).toThrow('not a web address')
  expect(md.url('https://example.org/a(b)')).toBe('https://example.org/a%28b%29')
})
