import { contentHash } from '../../base/hash.ts'
import type { SyntaxNode } from '../../ports/grammar.ts'
import { tokens } from './nodes.ts'

/** Tables may be written into a constant: beyond this only the beginning is kept, with a hash of the whole. */
const longest = 300

const closing = new Set([')', ']', '}'])

/** A comma before a closing bracket says nothing, but in a tuple of one. */
const isIdle = (comma: SyntaxNode, all: readonly SyntaxNode[], at: number, around: SyntaxNode): boolean =>
  comma.type === ',' &&
  closing.has(all[at + 1]?.type ?? '') &&
  !(around.type === 'tuple' && around.namedChildren.filter(each => each?.type !== 'comment').length === 1)

const leaves = (node: SyntaxNode, into: string[]): void => {
  if (node.type === 'comment') return
  if (node.type === 'string') {
    const plain = /^([a-zA-Z]*)'([^'"\\\n]*)'$/.exec(node.text)
    into.push(plain ? `${plain[1]}"${plain[2]}"` : node.text)
    return
  }
  const all = tokens(node).filter(each => each.type !== 'comment')
  if (all.length === 0) into.push(node.text)
  all.forEach((each, at) => {
    if (!isIdle(each, all, at, node)) leaves(each, into)
  })
}

const bare = /^[\w.]+$|^-\d[\w.]*$/

const opening = /^[([{.~]$/
const clinging = /^[)\]},.:]$/
const called = /[\w)\]}"]$/

/** How two tokens stand beside each other. */
const between = (before: string | undefined, after: string): string =>
  before === undefined ||
  opening.test(before) ||
  clinging.test(after) ||
  (/^[([]$/.test(after) && called.test(before) && !/^(?:and|or|not|in|is|if|else|lambda|await)$/.test(before))
    ? ''
    : ' '

/** The text of an expression in one spelling: how it is wrapped, quoted and commented does not count. */
export const expressionText = (node: SyntaxNode): string => {
  if (bare.test(node.text)) return node.text
  const pieces: string[] = []
  leaves(node, pieces)
  const text = pieces.map((each, at) => between(pieces[at - 1], each) + each).join('')
  return text.length <= longest ? text : `${text.slice(0, 80).toWellFormed()}… #${contentHash(text).slice(0, 12)}`
}
