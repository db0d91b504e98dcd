import { expect, test } from 'vitest'
import { refusal } from '../refusal.ts'
import { adoptErrors } from './adopt.ts'
import { answersErrors } from './answers.ts'
import { catalogue, type ErrorCode, meaningOf } from './catalogue.ts'
import { environmentErrors } from './environment.ts'
import { fileErrors } from './files.ts'
import { journalErrors } from './journal.ts'
import { KnownError, refuse, wordsOf } from './known-error.ts'
import { runErrors } from './run.ts'
import { taskErrors } from './task.ts'

const codes = Object.keys(catalogue) as ErrorCode[]
/** Data that has every member that any words ask for: each is a list of texts that also reads as a text. */
const anything = new Proxy({}, { get: () => Object.assign(['one', 'two'], { replaceAll: () => 'one' }) }) as never

test('no code is defined twice, and each has its stable shape [Q-20]', () => {
  const parts = [adoptErrors, answersErrors, environmentErrors, fileErrors, journalErrors, runErrors, taskErrors]
  expect(parts.flatMap(each => Object.keys(each)).toSorted()).toEqual(codes.toSorted())
  expect(codes.filter(code => !/^TSQ(?:-[A-Z]+)+$/.test(code))).toEqual([])
})

test.each(codes)('%s says what happened, why, and what to do next, each in one line [Q-20]', code => {
  const words = wordsOf(code)
  for (const said of [words.meaning, words.what(anything), words.why(anything), words.todo(anything)].map(String))
    expect(said).toMatch(/^\S[^\n]*\S$/)
  expect(words.meaning).toMatch(/\.$/)
  expect(meaningOf(code)).toBe(words.meaning)
})

test.each(['TSQ-NO-SUCH', '', 'toString', '__proto__', 'constructor'])('"%s" is no code [Q-23]', code => {
  expect(meaningOf(code)).toBeUndefined()
})

test('a refusal of the core becomes a known error with its code, data and place [Q-20]', () => {
  const refused = refusal('TSQ-UNDELIVERED', { path: 'features.ui', value: 'vue', instead: 'none' }, { line: 3 })
  expect(() => refuse(refused)).toThrow(KnownError)
  expect(() => refuse(refused)).toThrow('TSQ-UNDELIVERED features.ui: vue is not delivered yet')
  const error = new KnownError(refused.code, refused.data, refused.place)
  expect([error.code, error.data, error.place]).toEqual([refused.code, refused.data, { line: 3 }])
})
