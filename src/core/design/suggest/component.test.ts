import { expect, test } from 'vitest'
import { suggestedKind } from './component.ts'

test('the kind of component follows from the words of the idea, and says which [N-04]', () => {
  expect(suggestedKind('It validates rows.')).toEqual({ value: 'validator', why: 'your sentence says "validates"' })
  expect(suggestedKind('It cleans records.')).toEqual({ value: 'pipeline', why: 'your sentence says "cleans"' })
  expect(suggestedKind('Customer records in, customer records out.').value).toBe('pipeline')
})

test('a program is made of commands, whatever its sentence says [N-04]', () => {
  expect(suggestedKind('It validates rows.', () => true).value).toBe('command')
})

test('the word that comes first decides, among what the purpose can have [N-04]', () => {
  expect(suggestedKind('A client that checks where parcels are.').value).toBe('client')
  expect(suggestedKind('Checks what a client sends.').value).toBe('validator')
  expect(suggestedKind('Takes jobs from a queue.')).toEqual({ value: 'worker', why: 'your sentence says "jobs"' })
  expect(suggestedKind('A client that checks.', kind => !['client', 'command'].includes(kind)).value).toBe('validator')
})

test('a kind that does not follow from the sentence is not said to [N-04]', () => {
  expect(suggestedKind('Remembers which book was lent to whom.').why).toContain('does not follow from your sentence')
  expect(suggestedKind('Remembers which book was lent to whom.').why).toContain('custom')
})
