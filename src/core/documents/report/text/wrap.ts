import { wrapAnsi } from 'fast-wrap-ansi'

/** How wide plain text is. */
export const columns = 80

/** Text in lines of at most so many columns, the later ones indented. A word that is longer stays whole: it may be a path. */
export const wrap = (text: string, width: number, hang = ''): readonly string[] =>
  wrapAnsi(text, Math.max(1, width - hang.length), { hard: false })
    .split('\n')
    .map((line, at) => (at === 0 ? line : hang + line).trimEnd())

/** The same, with words that are too long cut: for a column of a table. */
export const wrapHard = (text: string, width: number): readonly string[] =>
  wrapAnsi(text, Math.max(2, width), { hard: true })
    .split('\n')
    .map(line => line.trimEnd())

/** A line whose indentation means something: what is wrapped keeps it. */
export const wrapIndented = (line: string, width: number): readonly string[] => {
  const indent = /^ */.exec(line)?.[0] ?? ''
  return indent.length * 2 > width ? [line] : wrap(line.trimStart(), width - indent.length).map(each => indent + each)
}
