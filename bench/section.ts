/** One part of the page of measurements: what was measured, in words, and its table. */
export interface Section {
  readonly title: string
  readonly words: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A section as Markdown. */
export const markdown = ({ title, words, head, rows }: Section): string =>
  [`## ${title}`, '', words, '', row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** Seconds or milliseconds with as many digits as mean something. */
export const shown = (value: number, digits = 2): string => value.toFixed(digits)

/** The value in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
