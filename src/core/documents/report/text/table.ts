import stringWidth from 'fast-string-width'
import { wrap, wrapHard } from './wrap.ts'

type Cells = readonly string[]

const gap = '  '
const narrowest = 12

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
const longestWord = (rows: readonly Cells[], column: number): number =>
  Math.max(0, ...rows.flatMap(row => (row[column] ?? '').split(' ').map(word => stringWidth(word))))

/** Rows under one another, a column's text in as many lines as it takes. */
const grid = (rows: readonly Cells[], widths: readonly number[]): readonly string[] =>
  rows.flatMap(row => {
    const cells = widths.map((width, column) => wrapHard(row[column] ?? '', width))
    const height = Math.max(...cells.map(lines => lines.length))
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, column) => pad(cells[column]?.[line] ?? '', width))
        .join(gap)
        .trimEnd(),
    )
  })

const naturalWidths = (rows: readonly Cells[], count: number): readonly number[] =>
  Array.from({ length: count }, (_, column) => Math.max(2, ...rows.map(row => stringWidth(row[column] ?? ''))))

const withRule = (head: Cells, rows: readonly Cells[], widths: readonly number[]): readonly string[] => [
  ...grid([head], widths),
  widths.map(width => '-'.repeat(width)).join(gap),
  ...grid(rows, widths),
]

/** One entry below the other, when the columns do not fit beside each other. */
const records = (head: Cells, rows: readonly Cells[], width: number): readonly string[] =>
  rows.flatMap(row => [
    ...wrap(row[0] ?? '', width, gap),
    ...wrap(
      head
        .slice(1)
        .map((name, at) => `${name}: ${row[at + 1] ?? ''}`)
        .join('; '),
      width - gap.length,
    ).map(line => gap + line),
  ])

const widest = (widths: readonly number[]): readonly number[] =>
  widths.map((_, column) => column).toSorted((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0))

/** A table in plain text. The widest column that may be broken is; where no column may, each row becomes an entry. */
export const textTable = (head: Cells, rows: readonly Cells[], width: number): readonly string[] => {
  const widths = naturalWidths([head, ...rows], head.length)
  const room = width - gap.length * (head.length - 1)
  if (sum(widths) <= room) return withRule(head, rows, widths)
  for (const column of widest(widths)) {
    const left = room - (sum(widths) - (widths[column] ?? 0))
    if (left >= narrowest && left >= longestWord([head, ...rows], column))
      return withRule(head, rows, widths.with(column, left))
  }
  return records(head, rows, width)
}

/** A table whose last column takes what is left of the width, whatever stands in it. */
export const fixedTable = (head: Cells, rows: readonly Cells[], width: number): readonly string[] => {
  const widths = naturalWidths([head, ...rows], head.length).map(each =>
    Math.min(each, Math.floor(width / (head.length + 1))),
  )
  const room = width - gap.length * (head.length - 1) - sum(widths.slice(0, -1))
  return withRule(head, rows, [...widths.slice(0, -1), room])
}
