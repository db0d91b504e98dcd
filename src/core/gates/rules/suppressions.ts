import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { Suppression } from '../../../ports/rule.ts'

/** `# trysquare: ignore[rule, pack] reason`; of a comment that means it and is written otherwise too. */
const directive = /^#\s*trysquare\s*:\s*ignore\b(?:\s*\[([^\]]{0,400})\])?(.*)$/i

const mention = /trysquare\s*:/i

/**
 * The suppressions of a file. One at the end of a line speaks for the statement that it stands at; one on a line of its own for the
 * statement below. Only comments count: a text that looks like one silences nothing.
 */
export const suppressionsIn = (root: SyntaxNode, text: string): readonly Suppression[] => {
  if (!mention.test(text)) return []
  const lines = text.split('\n')
  return root.descendantsOfType('comment').flatMap(node => {
    const read = node === null ? null : directive.exec(node.text)
    if (node === null || read === null) return []
    const { row, column } = node.startPosition
    const alone = (lines[row] ?? '').slice(0, column).trim() === ''
    const line = alone ? nextCode(lines, row + 1) : row
    const [from, to] = statementAt(root, line)
    return [
      {
        line: row + 1,
        column: column + 1,
        from: Math.min(from, row) + 1,
        to: Math.max(to, line) + 1,
        names: (read[1] ?? '')
          .split(',')
          .map(name => name.trim())
          .filter(name => name !== ''),
        reason: (read[2] ?? '').replace(/^[\s:–—-]+/, '').trim(),
      },
    ]
  })
}

const nextCode = (lines: readonly string[], from: number): number => {
  for (let at = from; at < lines.length; at += 1) if (!/^\s*(?:#.*)?$/.test(lines[at] ?? '')) return at
  return from
}

/** A statement without a body, or the head of one that has a body: the rows that are one thing to whoever reads. */
const statementAt = (root: SyntaxNode, row: number): readonly [number, number] => {
  let node: SyntaxNode | undefined = root
  let span: readonly [number, number] = [row, row]
  while (node !== undefined) {
    const next: SyntaxNode | undefined = node.namedChildren
      .filter(child => child !== null)
      .find(child => child.type !== 'comment' && child.startPosition.row <= row && child.endPosition.row >= row)
    if (next === undefined) return span
    const body = next.childForFieldName('body') ?? next.childForFieldName('consequence')
    if (/_statement$|_definition$|_clause$/.test(next.type) || next.type === 'decorator') {
      const last = body === null ? next.endPosition.row : Math.max(next.startPosition.row, body.startPosition.row - 1)
      if (row <= last) return [next.startPosition.row, last]
    }
    node = next
  }
  return span
}
