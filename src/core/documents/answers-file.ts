import { isNode, isPair, LineCounter, parseDocument } from 'yaml'
import { type Refusal, refusal } from '../../base/refusal.ts'

/** An answers file as it was written: every value as its source text, and where it stands. */
export interface AnswersText {
  readonly value: unknown
  /** The 1-based line of a path, or of its nearest existing parent. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined
}

/** The library's words, but where they speak to programmers. */
const told = (error: { readonly code: string; readonly message: string }): string => {
  if (error.code === 'MULTIPLE_DOCS') return 'it holds more than one document (a second line "---")'
  if (error.message.startsWith('Maximum call stack')) return 'it is nested too deeply'
  return error.message.split('\n')[0] ?? 'it is not YAML'
}

/** Whether a value is reached again from within itself; no journal could keep it. */
const holdsItself = (value: unknown, within: ReadonlySet<unknown> = new Set()): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (within.has(value) || Object.values(value).some(each => holdsItself(each, new Set([...within, value]))))

/**
 * Reads an answers file. Values keep their source text (YAML's failsafe schema): an unquoted `3.10` stays Python 3.10, and
 * `no` stays a word. Refuses what is not YAML, and what repeats a key.
 */
export const readAnswersText = (text: string, file?: string): AnswersText | Refusal<'TSQ-ANSWERS-SYNTAX'> => {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    uniqueKeys: true,
    prettyErrors: false,
    // The library would print some warnings by itself.
    logLevel: 'error',
  })
  const error = document.errors[0]
  if (error !== undefined) {
    const place = { ...(file !== undefined && { file }), line: lines.linePos(error.pos[0]).line }
    return refusal('TSQ-ANSWERS-SYNTAX', { problem: told(error) }, place)
  }
  const offsetOf = (path: readonly (string | number)[]): number | undefined => {
    if (path.length === 0) return undefined
    const parent = document.getIn(path.slice(0, -1), true)
    const key = path.at(-1)
    if (typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items)) {
      for (const item of parent.items) {
        // The key's own line, not its value's: a misspelt key is what the person looks for.
        if (isPair(item) && isNode(item.key) && String(item.key) === String(key)) return item.key.range?.[0]
      }
    }
    const node = document.getIn(path, true)
    return isNode(node) ? node.range?.[0] : undefined
  }
  const lineOf = (path: readonly (string | number)[]): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(path.slice(0, length))
      if (offset !== undefined) return lines.linePos(offset).line
    }
    return undefined
  }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (holdsItself(value))
      return refusal(
        'TSQ-ANSWERS-SYNTAX',
        { problem: 'a value holds itself by an alias' },
        { ...(file !== undefined && { file }) },
      )
    // An empty file is an empty set of answers, not an error: everything is then asked.
    return { value: value === '' ? {} : (value ?? {}), lineOf }
  } catch (cause) {
    return refusal(
      'TSQ-ANSWERS-SYNTAX',
      { problem: cause instanceof Error ? cause.message : String(cause) },
      { ...(file !== undefined && { file }) },
    )
  }
}
