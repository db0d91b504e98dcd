import { keeping } from '../../base/keep.ts'
import { importsOf } from '../../core/python/imports.ts'
import { interfaceOf } from '../../core/python/interface-of.ts'
import { syntaxErrorsOf } from '../../core/python/syntax-errors.ts'
import type { Grammar, SyntaxNode } from '../../ports/grammar.ts'

/** Enough for the largest plan: trees are large and soon dropped, what is read off them is small. */
const most = 10_000

/** Reads something off a text's tree, once for all that ask. */
const reading = <T>(read: (root: SyntaxNode) => T) => {
  const kept = new WeakMap<Grammar, (text: string) => T>()
  return (text: string, grammar: Grammar): T => {
    const known = kept.get(grammar) ?? keeping(most, (each: string) => grammar.parsing(each, read))
    kept.set(grammar, known)
    return known(text)
  }
}

/** Where tree-sitter stumbled. */
export const stumblesIn = reading(syntaxErrorsOf)

/** Every import of a text. */
export const importsIn = reading(importsOf)

/** Every name that a text offers, private ones too. */
export const interfaceIn = reading(root => interfaceOf(root, () => true))

/** Whether the tree holds an error anywhere. */
export const isBrokenTree = reading(root => root.hasError)
