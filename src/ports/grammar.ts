/** A node of a parsed file, as tree-sitter gives it; positions are 0-based, columns in UTF-16 units. */
export interface SyntaxNode {
  /** The same for the same node as long as its tree lives. */
  readonly id: number
  readonly type: string
  readonly text: string
  readonly isNamed: boolean
  readonly isError: boolean
  readonly isMissing: boolean
  readonly hasError: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly startPosition: { readonly row: number; readonly column: number }
  readonly endPosition: { readonly row: number; readonly column: number }
  readonly children: readonly (SyntaxNode | null)[]
  readonly namedChildren: readonly (SyntaxNode | null)[]
  readonly parent: SyntaxNode | null
  childForFieldName(name: string): SyntaxNode | null
  childrenForFieldName(name: string): readonly (SyntaxNode | null)[]
  /** Every node of these types below it (itself included), in the order of the text: one question to the grammar instead of many. */
  descendantsOfType(types: string | string[]): readonly (SyntaxNode | null)[]
  /** The smallest node that holds both places. */
  descendantForPosition(
    start: { readonly row: number; readonly column: number },
    end: { readonly row: number; readonly column: number },
  ): SyntaxNode | null
}

/** Parses Python in this process. */
export interface Grammar {
  readonly version: string
  /** Parses and hands the root to `use`; the tree may be freed when `use` returns, so nothing of it may be kept. */
  parsing<T>(source: string, use: (root: SyntaxNode) => T): T
}
