import { expect, test } from 'vitest'
import { contentHash } from '../../base/hash.ts'
import { compare, mark } from './memory.ts'

const events = ['a', 'b', 'c'].map((text, index) => ({
  v: 1,
  seq: index + 1,
  at: '',
  hash: contentHash(text),
  event: { type: text },
}))
const marks = events.map(mark)

test('a history is held against what the machine remembers [Q-01]', () => {
  expect(compare(events, marks)).toEqual({ kind: 'stands', standing: 'same' })
  expect(compare(events, marks.slice(0, 2))).toEqual({ kind: 'stands', standing: 'newer-than-remembered' })
  expect(compare(events, [])).toEqual({ kind: 'stands', standing: 'unknown-here' })
  expect(compare([], [])).toEqual({ kind: 'stands', standing: 'same' })
  expect(compare(events.slice(0, 1), marks)).toEqual({ kind: 'older', known: 3, found: 1 })
  expect(compare([], marks)).toEqual({ kind: 'older', known: 3, found: 0 })
})

test('a change anywhere, however consistent, is a rewrite, even of a longer or shorter history [Q-01]', () => {
  const other = ['0'.repeat(16), ...marks.slice(1)]
  expect(compare(events, other)).toEqual({ kind: 'rewritten', sequence: 1 })
  expect(compare(events, other.slice(0, 1))).toEqual({ kind: 'rewritten', sequence: 1 })
  expect(compare(events.slice(0, 2), [marks[0] ?? '', 'f'.repeat(16), 'f'.repeat(16)])).toEqual({
    kind: 'rewritten',
    sequence: 2,
  })
})
