import type { SyntaxNode } from '../../ports/grammar.ts'

const present = (node: SyntaxNode | null): node is SyntaxNode => node !== null

/** The named children that carry meaning: no comments. */
export const parts = (node: SyntaxNode): readonly SyntaxNode[] =>
  node.namedChildren.filter(present).filter(child => child.type !== 'comment')

/** All children, punctuation included. */
export const tokens = (node: SyntaxNode): readonly SyntaxNode[] => node.children.filter(present)

/** The child of a field, or undefined. */
export const field = (node: SyntaxNode, name: string): SyntaxNode | undefined =>
  node.childForFieldName(name) ?? undefined

/** The children of a field. */
export const fields = (node: SyntaxNode, name: string): readonly SyntaxNode[] =>
  node.childrenForFieldName(name).filter(present)

/** 1-based line of a node's first character. */
export const lineOf = (node: SyntaxNode): number => node.startPosition.row + 1

/** 1-based column of a node's first character. */
export const columnOf = (node: SyntaxNode): number => node.startPosition.column + 1

/** Python itself takes 200 brackets in one another (MAXLEVEL of its tokenizer); each is a node or two here. */
const deepest = 1000

/** Whether nodes lie in one another deeper than Python reads; whoever goes through the tree by itself would fall. */
export const isTooDeep = (root: SyntaxNode): boolean => {
  let level: readonly SyntaxNode[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true
    level = level.flatMap(parts)
  }
  return false
}

/** A text on one line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
