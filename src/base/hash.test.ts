import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, contentHash, valueHash } from './hash.ts'

test('content is hashed by SHA-256, a text as its UTF-8 bytes', () => {
  expect(contentHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(contentHash('é')).toBe(contentHash(new Uint8Array([0xc3, 0xa9])))
})

test('the order of keys does not count, the order of lists does, and what is undefined is not there', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: undefined } })).toBe('{"a":{"d":1},"b":[2,1]}')
  expect(valueHash({ a: 1, b: 2 })).toBe(valueHash({ b: 2, a: 1 }))
  expect(valueHash([1, 2])).not.toBe(valueHash([2, 1]))
})

test('equal values have equal texts, and the text says the whole value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), value => {
      const copy: unknown = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(copy)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(copy)
    }),
  )
})
