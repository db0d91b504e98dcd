import { keeping } from '../../base/keep.ts'
import { allImportsOf } from '../../core/python/imports.ts'
import { interfaceOf } from '../../core/python/interface-of.ts'
import { syntaxErrorsOf } from '../../core/python/syntax-errors.ts'
import type { Grammar, SyntaxNode } from '../../ports/grammar.ts'

/** Enough for the largest plan: trees are large and soon dropped, what is read off them is small. */
const most = 10_000

/** All at once: of thousands of texts, each would have to be parsed again for what is asked after the others were looked at. */
const read = (root: SyntaxNode) => ({
  stumbles: syntaxErrorsOf(root),
  imports: allImportsOf(root),
  interface: interfaceOf(root, () => true),
  broken: root.hasError,
})

type Facts = ReturnType<typeof read>

const kept = new WeakMap<Grammar, (text: string) => Facts>()

/** What the checks read off a text's tree, once for all that ask. */
const factsOf = (text: string, grammar: Grammar): Facts => {
  const known = kept.get(grammar) ?? keeping(most, (each: string) => grammar.parsing(each, read))
  kept.set(grammar, known)
  return known(text)
}

/** Where tree-sitter stumbled. */
export const stumblesIn = (text: string, grammar: Grammar): Facts['stumbles'] => factsOf(text, grammar).stumbles

/** Every import of a text, those that calls with a constant name ask for too. */
export const importsIn = (text: string, grammar: Grammar): Facts['imports'] => factsOf(text, grammar).imports

/** Every name that a text offers, private ones too. */
export const interfaceIn = (text: string, grammar: Grammar): Facts['interface'] => factsOf(text, grammar).interface

/** Whether the tree holds an error anywhere. */
export const isBrokenTree = (text: string, grammar: Grammar): boolean => factsOf(text, grammar).broken
