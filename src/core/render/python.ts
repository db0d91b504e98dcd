import { type Refusal, refusal } from '../../base/refusal.ts'
import type { Ruff, RuffDiagnostic, RuffSettings } from '../../ports/ruff.ts'

/** Order of imports and of `__all__`: what nobody should have to keep by hand. */
const sorting = ['I', 'RUF022']

/** Sorts a Python file's imports and formats it, as `ruff check --select I --fix` and `ruff format` would. */
export const finishPython = (
  template: string,
  text: string,
  ruff: Ruff,
  settings: RuffSettings,
): string | Refusal<'TSQ-TEMPLATE'> => {
  const diagnostics = ruff.check(text, { ...settings, lint: { ...lintOf(settings), select: sorting, ignore: [] } })
  const broken = diagnostics.find(found => found.code === null || found.code === 'invalid-syntax')
  if (broken) return refusal('TSQ-TEMPLATE', { template, line: broken.start.row, reason: broken.message })
  return ruff.format(fixed(text, diagnostics), settings)
}

const lintOf = (settings: RuffSettings): object =>
  typeof settings['lint'] === 'object' ? (settings['lint'] ?? {}) : {}

/** Applies the diagnostics' own edits, the last in the file first, so that the places of the others stay true. */
const fixed = (text: string, diagnostics: readonly RuffDiagnostic[]): string => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const offset = (place: { readonly row: number; readonly column: number }): number =>
    (starts[place.row - 1] ?? text.length) + place.column - 1
  const edits = diagnostics
    .flatMap(found => found.fix?.edits ?? [])
    .map(edit => ({ from: offset(edit.start), to: offset(edit.end), content: edit.content }))
    .toSorted((a, b) => b.from - a.from)
  let result = text
  let untouched = text.length
  for (const edit of edits) {
    if (edit.to > untouched) continue
    result = result.slice(0, edit.from) + edit.content + result.slice(edit.to)
    untouched = edit.from
  }
  return result
}
