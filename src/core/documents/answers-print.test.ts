import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../base/refusal.ts'
import { readAnswers } from '../design/answers/read.ts'
import type { Given } from '../design/answers/schema.ts'
import { create } from '../workflow/create/machine.ts'
import { readAnswersText } from './answers-file.ts'
import { answersFileOf } from './answers-print.ts'

const back = (given: Given): Given => {
  const read = readAnswersText(answersFileOf({ ...create.initial, given }))
  if (isRefusal(read)) throw new Error('what was printed is not YAML')
  return readAnswers(read.value) as Given
}

const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }),
    fc.constantFrom('no', '3.10', '- x', '# c', 'it\'s: "so"', '~', 'a: b', '*x', '0x1f'),
  )
  .map(each => each.replaceAll(/\s+/g, ' ').trim())
  .filter(each => each !== '')

test('whatever was answered is printed so that it reads back the same [N-01]', () => {
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 4 }), text, (description, non_goals, why) => {
      const given: Given = {
        intake: { description, non_goals, python: '==3.10.*' },
        architecture: { rationale: { errors: why } },
        structure: { mode: 'tree', tree: `root/\r\n\tsrc/\n  ${description}\n` },
        git: true,
        date: '2026-11-21',
      }
      expect(back(given)).toEqual(given)
    }),
  )
})

test('a decision that was not given is not printed [C-02]', () => {
  expect(back({ intake: { purpose: 'library' } })).toEqual({ intake: { purpose: 'library' } })
})

test('answers are printed in the order in which they are asked, whatever the history keeps them in [N-01]', () => {
  const asked = { package_name: 'a', description: 'It does.', purpose: 'library', python: '==3.12.*' } as const
  const sorted = Object.fromEntries(Object.entries(asked).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  expect(answersFileOf({ ...create.initial, given: { intake: sorted } })).toBe(
    answersFileOf({ ...create.initial, given: { intake: asked } }),
  )
})
