import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'

/** Words that a person reads, with the place of their first character. */
export interface Prose {
  /** One line of it. */
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
  readonly kind: 'comment' | 'docstring' | 'message' | 'markdown'
  /** The heading that it stands under, in Markdown. */
  readonly section?: string
}

const linesOf = (text: string, row: number, column: number, kind: Prose['kind']): readonly Prose[] =>
  text.split('\n').map((each, index) => ({
    text: each.replace(/\r$/, ''),
    line: row + index + 1,
    column: index === 0 ? column + 1 : 1,
    kind,
  }))

/** Calls whose text a user sees. */
const shows =
  /^(?:print|echo|secho|warn|info|warning|error|exception|critical|fail|abort)$|(?:Error|Exception|Warning)$/

const isDocstring = (text: SyntaxNode): boolean => {
  const statement = text.parent
  if (statement?.type !== 'expression_statement') return false
  const around = statement.parent
  if (around === null) return false
  const first = parts(around)[0]?.id === statement.id
  return first && (around.type === 'module' || around.parent?.type.endsWith('_definition') === true)
}

const isShown = (text: SyntaxNode): boolean => {
  const list = text.parent?.type === 'concatenated_string' ? text.parent.parent : text.parent
  const value =
    list?.type === 'keyword_argument'
      ? /^(?:help|description|epilog|short_help|title|summary)$/.test(field(list, 'name')?.text ?? '')
      : false
  const call = list?.type === 'argument_list' ? list.parent : undefined
  const called = call?.type === 'call' ? field(call, 'function') : undefined
  const name = called?.type === 'attribute' ? field(called, 'attribute')?.text : called?.text
  return value || (name !== undefined && shows.test(name))
}

/** The comments, the docstrings and the texts shown to users of a file. */
export const proseIn = (root: SyntaxNode): readonly Prose[] =>
  root.descendantsOfType(['comment', 'string']).flatMap(node => {
    if (node === null) return []
    const { row, column } = node.startPosition
    if (node.type === 'comment') return linesOf(node.text, row, column, 'comment')
    if (isDocstring(node)) return linesOf(node.text, row, column, 'docstring')
    return isShown(node) ? linesOf(node.text, row, column, 'message') : []
  })

/** The lines of a Markdown text that are no code: fences, indented code after a blank line and front matter are left out. */
export const proseInMarkdown = (text: string): readonly Prose[] => {
  let fence: string | undefined
  let section = ''
  return text.split('\n').flatMap((raw, index): readonly Prose[] => {
    const line = raw.replace(/\r$/, '')
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== undefined) {
      if (mark?.startsWith(fence) === true) fence = undefined
      return []
    }
    if (mark !== undefined) {
      fence = mark
      return []
    }
    section = /^#{1,6}\s+(.*)$/.exec(line)?.[1] ?? section
    // What stands between backticks is code too; spaces keep the columns.
    const words = line.replaceAll(/`[^`]*`/g, code => ' '.repeat(code.length))
    return [{ text: words, line: index + 1, column: 1, kind: 'markdown', section }]
  })
}
