import { expect, test } from 'vitest'
import { counted, waits } from './words.ts'

test('one thing is singular', () => {
  expect([0, 1, 2].map(count => counted(count, 'file'))).toEqual(['0 files', '1 file', '2 files'])
})

test('one waits, and two wait', () => {
  expect([waits(1), waits(2)]).toEqual(['1 waits', '2 wait'])
})
