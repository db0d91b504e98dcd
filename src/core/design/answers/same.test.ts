import { expect, test } from 'vitest'
import { answersHash } from './same.ts'

const design = (options: object) => ({ intake: { purpose: 'cli' }, components: [{ name: 'cut', options }] })

test('where a question stands in the file means nothing [N-01]', () => {
  const { intake, components } = design({})
  expect(answersHash({ components, intake })).toBe(answersHash({ intake, components }))
})

test('the order of arguments, fields and columns is an answer [N-01] [C-04]', () => {
  const one = design({ arguments: { table: { type: 'path' }, out: { type: 'path' } } })
  const other = design({ arguments: { out: { type: 'path' }, table: { type: 'path' } } })
  expect(answersHash(one)).not.toBe(answersHash(other))
  expect(answersHash(one)).toBe(answersHash(structuredClone(one)))
})
