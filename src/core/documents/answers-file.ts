import { type Document, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml'
import { type Place, type Refusal, refusal } from '../../base/refusal.ts'

/** An answers file as it was written: every value as its source text, and where it stands. */
export interface AnswersText {
  readonly value: unknown
  /** The 1-based line of a path, or of its nearest existing parent; of the empty path, where the answers begin. */
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

/** Levels of lists, sections and their keys; no answer has more than a dozen. */
const deepest = 100

/** What the answers can have no use for although it is YAML, and where. A person who repeats a key sees only one of its values. */
const uselessIn = (
  document: Document,
): { readonly problem: string; readonly offset: number | undefined } | undefined => {
  let found: { problem: string; offset: number | undefined } | undefined
  /** Walks over values take a step of the stack for each level. */
  const tooDeep = (node: Node, path: readonly unknown[]) => {
    if (path.length <= deepest) return undefined
    found = { problem: 'it is nested too deeply', offset: node.range?.[0] }
    return visit.BREAK
  }
  visit(document, {
    Seq: (_, list, path) => tooDeep(list, path),
    Map: (_, map, path) => {
      if (tooDeep(map, path) !== undefined) return visit.BREAK
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const offset = isNode(key) ? key.range?.[0] : undefined
        const word = isScalar(key) ? String(key.value) : undefined
        if (word === undefined) found = { problem: 'a key is one word, not a list or a section', offset }
        else if (seen.has(word)) found = { problem: `the key "${word}" is there twice`, offset }
        // The one word that is not a key like others wherever objects are made of it.
        else if (word === '__proto__') found = { problem: 'no key is called __proto__', offset }
        if (found !== undefined) return visit.BREAK
        seen.add(word ?? '')
      }
      return undefined
    },
  })
  return found
}

const firstAlias = (document: Document): number | undefined => {
  let offset: number | undefined
  visit(document, {
    Alias: (_, alias) => {
      offset = alias.range?.[0]
      return visit.BREAK
    },
  })
  return offset
}

/**
 * Reads an answers file. Values keep their source text (YAML's failsafe schema): an unquoted `3.10` stays Python 3.10, and
 * `no` stays a word. Refuses what is not YAML, and what repeats a key.
 */
export const readAnswersText = (text: string, file?: string): AnswersText | Refusal<'TSQ-ANSWERS-SYNTAX'> => {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    // Looked at below, in one walk: the library compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
    // The library would print some warnings by itself.
    logLevel: 'error',
  })
  const at = (offset: number | undefined): Place => {
    const found = offset === undefined ? undefined : lines.linePos(offset)
    return { ...(file !== undefined && { file }), ...(found && { line: found.line, column: found.col }) }
  }
  // A warning is of a tag or a directive that means nothing here: whoever wrote it meant something by it.
  const error = document.errors[0] ?? document.warnings[0]
  if (error !== undefined) return refusal('TSQ-ANSWERS-SYNTAX', { problem: told(error) }, at(error.pos[0]))
  const wrong = uselessIn(document)
  if (wrong !== undefined) return refusal('TSQ-ANSWERS-SYNTAX', { problem: wrong.problem }, at(wrong.offset))
  const offsetOf = (path: readonly (string | number)[]): number | undefined => {
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
    const begin = document.contents?.range[0]
    if (path.length === 0) return begin === undefined ? undefined : lines.linePos(begin).line
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(path.slice(0, length))
      if (offset !== undefined) return lines.linePos(offset).line
    }
    return undefined
  }
  const byAlias = (problem: string) => refusal('TSQ-ANSWERS-SYNTAX', { problem }, at(firstAlias(document)))
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 })
    if (holdsItself(value)) return byAlias('a value holds itself by an alias')
    // An empty file is an empty set of answers, not an error: everything is then asked.
    return { value: value === '' ? {} : (value ?? {}), lineOf }
  } catch (cause) {
    // Reading found no fault, so what fails here is only the growth of aliases into values.
    if (cause instanceof ReferenceError) return byAlias('its aliases stand for more than anybody would write')
    throw cause
  }
}
