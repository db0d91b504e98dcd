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

/** Goes to every node, as whoever reads the tree later will: what cannot be followed is found here. */
export const walkThrough = (node: SyntaxNode): void => parts(node).forEach(walkThrough)

/** A text on one line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
