import type { SyntaxNode } from '../../ports/grammar.ts'
import { parts } from './nodes.ts'

const simple: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\r': '\r',
  '\\\\': '\\',
  "\\'": "'",
  '\\"': '"',
}

/** What a plain string literal holds; undefined for one that is put together while the program runs, and for bytes. */
export const stringOf = (node: SyntaxNode): string | undefined => {
  if (node.type === 'parenthesized_expression' || node.type === 'concatenated_string') {
    const texts = parts(node).map(stringOf)
    return texts.every(each => each !== undefined) ? texts.join('') : undefined
  }
  if (node.type !== 'string') return undefined
  const prefix = /^[A-Za-z]*/.exec(node.text)?.[0].toLowerCase() ?? ''
  if (/[bft]/.test(prefix)) return undefined
  const content = parts(node)
  return content
    .filter(each => each.type === 'string_content')
    .map(each =>
      prefix.includes('r')
        ? each.text
        : each.text.replaceAll(/\\(?:\r\n|\n|.)/g, escape => (/^\\\s/.test(escape) ? '' : (simple[escape] ?? escape))),
    )
    .join('')
}
