import * as fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { hostile, poisoned, rows, sampleReview } from '../../../../test/report-models.ts'
import { printReview, printRows } from './review-text.ts'

const anything = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' }))
const tooWide = (lines: readonly string[]): readonly string[] => lines.filter(line => stringWidth(line) > 80)

test('the validation table has one order, whatever the rows’ [C-68]', () => {
  const firstWords = printRows(rows.toReversed()).map(line => line.split(' ')[0])
  expect(firstWords.filter(word => word !== '')).toEqual([
    'Check',
    '--------',
    'Syntax',
    'Contract',
    'Imports',
    'Style',
    'Types',
    'Tests',
    'Security',
  ])
})

test('each row has its result and its whole reason [C-68]', () => {
  const text = printRows(rows).join(' ').replace(/\s+/g, ' ')
  for (const row of rows) {
    expect(text).toContain(`${row.title} ${row.outcome}`)
    expect(text).toContain(row.reason)
  }
})

test('no row is no table [K-02b]', () => {
  expect(printRows([])).toEqual(['No check has run.'])
})

test('whatever a tool says, the table stays within 80 columns, without control characters [C-68]', () => {
  fc.assert(
    fc.property(anything, text => {
      const lines = printRows(poisoned(rows, text))
      expect(tooWide(lines)).toEqual([])
      expect(lines.join('')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
    }),
  )
})

test('a review is printed with its total, points, justifications, risks, missing decisions and recommendations [C-31]', () => {
  const review = sampleReview(2)
  const lines = printReview(review)
  const text = lines.join(' ').replace(/\s+/g, ' ')
  expect(text).toContain('Design review 2 23 of 25, Excellent')
  for (const score of review.scores) {
    expect(text).toContain(`${score.dimension} ${score.points}/5 `)
    // A justification goes on in the next line of its column.
    expect(text).toContain(score.justification)
  }
  for (const said of [...review.risks, ...review.missing]) expect(text).toContain(said)
  expect(text).toContain('versioning (1): Add a decision on the topic "versioning".')
  expect(tooWide(lines)).toEqual([])
})
