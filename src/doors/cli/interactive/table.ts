import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** A row of a numbered summary. */
export interface Numbered {
  readonly mark: string
  readonly name: string
  readonly text: string
}

const fill = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

/** A summary as a numbered table: the number is what edits the line. */
export const numberedTable = (rows: readonly Numbered[], width: number): readonly string[] => {
  const numbers = Math.max(0, ...rows.map(each => each.mark.length))
  const names = Math.min(24, Math.max(0, ...rows.map(each => stringWidth(each.name))))
  const left = numbers + names + 6
  return rows.flatMap(({ mark, name, text }) =>
    wrapAnsi(text, Math.max(20, width - left), { hard: true })
      .split('\n')
      .map((line, part) =>
        `  ${part === 0 ? mark.padEnd(numbers) : ' '.repeat(numbers)}  ${fill(part === 0 ? name : '', names)}  ${line}`.trimEnd(),
      ),
  )
}
