import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** Pads to a width on screen, whatever the script. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))

/** Two columns, the second wrapped under itself. */
export const twoColumns = (
  rows: readonly (readonly [string, string])[],
  columns: number,
  indent = '  ',
): readonly string[] => {
  const left = Math.min(36, Math.max(0, ...rows.map(([name]) => stringWidth(name))))
  return rows.flatMap(([name, text]) => {
    // What is set in stays set in, as the options of a component are.
    const lead = /^ */.exec(text)?.[0] ?? ''
    return wrapAnsi(text.trimStart(), Math.max(20, columns - left - indent.length - 2 - lead.length), { hard: false })
      .split('\n')
      .map((line, index) => `${indent}${pad(index === 0 ? name : '', left)}  ${lead}${line}`.trimEnd())
  })
}

/** A line that goes on below itself: what follows its lead, such as `Next   `, stays in one column. */
export const hanging = (lead: string, text: string, columns: number): readonly string[] => {
  const left = stringWidth(lead)
  return wrapAnsi(text, Math.max(20, columns - left), { hard: false })
    .split('\n')
    .map((line, index) => `${index === 0 ? lead : ' '.repeat(left)}${line}`)
}
