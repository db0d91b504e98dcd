import { expect, test } from 'vitest'
import { counted } from './words.ts'

test('one thing is singular', () => {
  expect([0, 1, 2].map(count => counted(count, 'file'))).toEqual(['0 files', '1 file', '2 files'])
})
