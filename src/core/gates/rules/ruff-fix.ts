import type { RuffDiagnostic } from '../../../ports/ruff.ts'
import type { Fix, RuffLook } from '../../../ports/rule.ts'

/** Where the lines of a text begin. Ruff counts them as Python does: `\n`, `\r\n` and `\r` end one. */
export const lineStarts = (text: string): readonly number[] => [
  0,
  ...Array.from(text.matchAll(/\r\n|\r|\n/g), end => end.index + end[0].length),
]

/** Ruff's own change as a mend of ours, where the rule says that it is one. */
export const ruffFix = ({ fix }: RuffDiagnostic, starts: readonly number[], { mends }: RuffLook): Fix | undefined => {
  if (mends === undefined || fix === null) return undefined
  const offset = ({ row, column }: RuffDiagnostic['start']): number =>
    (starts[row - 1] ?? starts.at(-1) ?? 0) + column - 1
  return {
    ...mends,
    edits: fix.edits.map(({ content, start, end }) => ({ start: offset(start), end: offset(end), text: content })),
  }
}
