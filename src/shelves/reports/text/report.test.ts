import * as fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { hostile, poisoned, sampleModel } from '../../../../test/report-models.ts'
import text from './report.ts'

const command = sampleModel().next[1]?.command ?? ''
/** A line that holds one word cannot be broken; a command must not be. */
const breakable = (line: string): boolean =>
  line
    .trim()
    .replace(/^(?:[-!]|\d+\.) /, '')
    .includes(' ') && line.trim() !== command

test('lines have at most 80 columns where they can be broken [C-81]', () => {
  const lines = text.print(sampleModel()).split('\n')
  expect(lines.filter(line => stringWidth(line) > 80 && breakable(line))).toEqual([])
})

test('a command is printed on one line, however long [C-80]', () => {
  expect(command.length).toBeGreaterThan(80)
  expect(text.print(sampleModel()).split('\n')).toContain(`    ${command}`)
})

test('no word of anyone steers the terminal that shows the report [C-81]', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary' })), said => {
      const lines = text.print(poisoned(sampleModel(), said)).split('\n')
      for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u)
    }),
    { numRuns: 40 },
  )
})

test('long words of anyone do not widen what can be broken [C-81]', () => {
  const commands = { next: [] }
  const lines = text
    .print({ ...poisoned(sampleModel(), 'some words that go on and on '.repeat(9)), ...commands })
    .split('\n')
  expect(lines.filter(line => stringWidth(line) > 80)).toEqual([])
})
