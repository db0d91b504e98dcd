import { oneLine, visibleLines } from '../../../base/visible.ts'

/** A path or a command among our words. */
export const code = (text: string): string => `\`${oneLine(text).replaceAll('`', '’')}\``

/** What a person wrote: quoted line by line, so that it can pose neither as a heading nor as an instruction of ours. */
export const quote = (text: string): readonly string[] => {
  const lines = visibleLines(text)
  return lines.join('') === '' ? ['> (nothing was said)'] : lines.map(line => `> ${line}`.trimEnd())
}

/** Code or a reproduced text: indented, empty lines too, so that no line of it begins where a heading does. */
export const indented = (text: string): readonly string[] => visibleLines(text).map(line => `    ${line}`)

export const items = (texts: readonly string[]): readonly string[] => texts.map(text => `- ${text}`)

/** `a, b and c`. */
export const listed = (texts: readonly string[]): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`
