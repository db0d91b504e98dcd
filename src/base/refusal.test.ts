import { expect, test } from 'vitest'
import { isRefusal, refusal } from './refusal.ts'

test('a refusal is told from every other result', () => {
  expect(isRefusal(refusal('TSQ-NO-CHECKS', { what: 'x' }))).toBe(true)
  for (const other of [undefined, null, '', 'refused', [], {}, { refused: false }, { refused: 'true' }, new Error('x')])
    expect(isRefusal(other)).toBe(false)
})

test('a place is kept only when it is given', () => {
  expect(refusal('TSQ-NO-CHECKS', { what: 'x' })).toEqual({ refused: true, code: 'TSQ-NO-CHECKS', data: { what: 'x' } })
  expect(refusal('TSQ-NO-CHECKS', { what: 'x' }, { line: 2 }).place).toEqual({ line: 2 })
})
