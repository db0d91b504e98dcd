import type { SyntaxError } from '../syntax-errors.ts'

/** A text that was put right, and what was wrong with it. */
export interface Mended {
  readonly text: string
  readonly what: readonly string[]
}

/** Where a compound statement begins, and whatever a comment at its end is. */
const head = /^(\s*(?:async\s+)?(?:if|elif|else|for|while|def|class|try|except|finally|with|match|case)\b.*?)\s*(#.*)?$/

/** What word processors put where Python has its own characters. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/[\u201c\u201d\u201e\u201f]/g, '"'],
  [/[\u2018\u2019\u201a\u201b]/g, "'"],
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u2013\u2014\u2212]/g, '-'],
]

const plainCharacters = (line: string): string => typed.reduce((text, [from, to]) => text.replaceAll(from, to), line)

const withLine = (text: string, line: number, change: (line: string) => string | undefined): string | undefined => {
  const lines = text.split('\n')
  const before = lines[line - 1]
  const after = before === undefined ? undefined : change(before)
  if (after === undefined || after === before) return undefined
  lines[line - 1] = after
  return lines.join('\n')
}

const withColon = (line: string): string | undefined => {
  const [, statement, comment] = head.exec(line) ?? []
  if (statement === undefined || /[:,([{\\]\s*$/.test(statement)) return undefined
  return `${statement}:${comment === undefined ? '' : `  ${comment}`}`
}

/** One way to put a text right. */
interface Cure {
  readonly what: string
  readonly cure: (text: string, error: SyntaxError) => string | undefined
}

/** The file as it stands in a Markdown fence, when there is nothing else but the fence around it. */
const unfenced = (text: string): string | undefined => {
  const [, inside] = /^\s*```[\w-]*[ \t]*\n([\s\S]*?)\n```\s*$/.exec(text) ?? []
  return inside === undefined || /^```/m.test(inside) ? undefined : `${inside}\n`
}

const cures: readonly Cure[] = [
  { what: 'a Markdown fence around the file', cure: unfenced },
  { what: 'an invisible mark at the beginning', cure: text => (text.startsWith('\ufeff') ? text.slice(1) : undefined) },
  ...[0, -1].map(
    (by): Cure => ({
      what: 'a missing colon',
      cure: (text, { line }) => withLine(text, line + by, withColon),
    }),
  ),
  {
    what: 'characters of a word processor',
    cure: (text, { line }) => withLine(text, line, plainCharacters),
  },
]

/** A file with more slips than this was not mistyped: it is something else. */
const most = 10

/**
 * Puts small slips of syntax right, one after the other; each cure must leave fewer errors than it found. Undefined when the text
 * has no error, or has one that no cure takes away: then nothing is changed.
 */
export const mendSlips = (text: string, errorsOf: (text: string) => readonly SyntaxError[]): Mended | undefined => {
  let now = text
  let errors = errorsOf(now)
  const what: string[] = []
  for (let round = 0; round < most && errors.length > 0; round++) {
    const cured = cures
      .map(({ what: name, cure }) => ({ name, text: errors[0] === undefined ? undefined : cure(now, errors[0]) }))
      .flatMap(each => (each.text === undefined ? [] : [{ ...each, text: each.text, errors: errorsOf(each.text) }]))
      // A cure at one place may bring the next error to light, which is further down.
      .find(each => each.errors.length < errors.length || isLater(each.errors[0], errors[0]))
    if (cured === undefined) return undefined
    now = cured.text
    errors = cured.errors
    if (!what.includes(cured.name)) what.push(cured.name)
  }
  return errors.length === 0 && what.length > 0 ? { text: now, what } : undefined
}

const isLater = (next: SyntaxError | undefined, last: SyntaxError | undefined): boolean =>
  next !== undefined && last !== undefined && next.line > last.line
