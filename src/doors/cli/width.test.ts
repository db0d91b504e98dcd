import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { findingLines } from './finding-lines.ts'
import { program } from './program.ts'
import { plainReporter } from './reporter.ts'
import { hanging } from './table.ts'

const long = 'Coverage did not measure this file: the tests ran on something else, or never saw it, and so say nothing.'
const widest = (lines: readonly string[]): number => Math.max(...lines.map(line => stringWidth(line)))

test('the help of the program fits into 80 columns, its exit codes included [Q-21]', () => {
  let help = ''
  const root = program('1')
  root.configureOutput({ writeOut: text => void (help += text), getOutHelpWidth: () => 80 })
  root.outputHelp()
  expect(help).toContain('130 interrupted')
  expect(widest(help.split('\n'))).toBeLessThanOrEqual(80)
})

test('a finding goes on below itself at the width of the terminal [Q-21]', () => {
  const finding = {
    id: 'F-1',
    check: 'tests',
    rule: 'not-measured',
    path: 'a.py' as never,
    message: long,
    severity: 'high' as const,
  }
  const lines = findingLines({ ...finding, fix: long }, 60)
  expect(widest(lines)).toBeLessThanOrEqual(60)
  expect(lines.filter(line => line.startsWith('         ')).length).toBeGreaterThan(0)
  expect(lines.join(' ').replaceAll(/\s+/g, ' ')).toContain(`Fix: ${long}`)
})

test('a line that goes on keeps its column [Q-21]', () => {
  expect(hanging('Next   ', 'one two three four five six', 27)).toEqual([
    'Next   one two three four',
    '       five six',
  ])
})

test('a note is wrapped on a terminal, and stays one line in a log [Q-21]', () => {
  const plain = (text: string) => text
  const style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain }
  const said = (isTTY: boolean): readonly string[] => {
    let text = ''
    const stream = { isTTY, columns: 40, write: (part: string) => (text += part) }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stream of which only this is used
    plainReporter(stream as unknown as NodeJS.WriteStream, style).note(long)
    return text.trimEnd().split('\n')
  }
  expect(widest(said(true))).toBeLessThanOrEqual(40)
  expect(said(false)).toEqual([`! ${long}`])
})
