import type { RuffDiagnostic } from '../../../ports/ruff.ts'
import type { Looked } from '../looking.ts'

const literal = /^(?:\w+\s*=\s*)?[(\s]*[a-z]{0,2}("""|'''|"|')([\s\S]*)\1/i

const spanOf = ({ start, end }: RuffDiagnostic, text: string): string => {
  const lines = text.split('\n').slice(start.row - 1, end.row)
  const last = lines.length - 1
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .join('\n')
}

/** The name and the literal of which Ruff guesses that they are a password (S105–S107); no value when it cannot be read. */
export const guessed = (
  each: RuffDiagnostic,
  { text }: Looked,
): { readonly name: string; readonly value: string | undefined } => ({
  name: /: "([^"]*)"$/.exec(each.message)?.[1] ?? '',
  value: literal.exec(spanOf(each, text))?.[2],
})
