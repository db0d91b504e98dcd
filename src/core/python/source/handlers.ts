import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts, tokens } from '../nodes.ts'
import type { Source } from './source.ts'

/** The expressions that an `except` catches, without its `as`; none where it is bare. */
export const caughtExpressions = (clause: SyntaxNode): readonly SyntaxNode[] => {
  const value = field(clause, 'value')
  const caught = value?.type === 'as_pattern' ? parts(value)[0] : value
  if (caught === undefined) return []
  const inside = caught.type === 'parenthesized_expression' ? (parts(caught)[0] ?? caught) : caught
  return inside.type === 'tuple' ? parts(inside) : [inside]
}

/** What an `except` catches, by full names; one that cannot be followed is told as it is written. */
export const caughtNames = (source: Source, clause: SyntaxNode): readonly string[] =>
  caughtExpressions(clause).map(each => source.nameOf(each) ?? each.text)

/** The name behind `as`. */
export const caughtAs = (clause: SyntaxNode): string | undefined => {
  const value = field(clause, 'value')
  return value?.type === 'as_pattern' ? field(value, 'alias')?.text : undefined
}

const everything: ReadonlySet<string> = new Set([
  'builtins.Exception',
  'builtins.BaseException',
  'Exception',
  'BaseException',
])

/** Whether an `except` catches every error there is. */
export const catchesAll = (source: Source, clause: SyntaxNode): boolean => {
  const caught = caughtExpressions(clause)
  return caught.length === 0 || caughtNames(source, clause).some(each => everything.has(each))
}

/** What an `except`, `finally` or `else` runs. */
export const blockOf = (clause: SyntaxNode): SyntaxNode | undefined => parts(clause).find(each => each.type === 'block')

/** Whether a person wrote a word beside what a clause does, such as why it does nothing. */
export const isCommented = (clause: SyntaxNode): boolean => {
  if (clause.descendantsOfType('comment').length > 0) return true
  // A comment behind the last statement of a block lies outside of it for the grammar.
  const siblings = clause.parent === null ? [] : tokens(clause.parent)
  const next = siblings[siblings.findIndex(each => each.id === clause.id) + 1]
  return (
    next?.type === 'comment' &&
    (next.startPosition.row <= clause.endPosition.row || next.startPosition.column > clause.startPosition.column)
  )
}

/** Whether an expression says the same whatever happened: `None`, `False`, `""`, `0`, `[]`, `{}`, `()`. */
export const isEmptyValue = (node: SyntaxNode): boolean =>
  /^(?:none|false|integer|float|list|dictionary|tuple|string|concatenated_string)$/.test(node.type) &&
  /^(?:None|False|0|0\.0|-1|\[\s*\]|\{\s*\}|\(\s*\)|[bru]*(?:""|''))$/i.test(node.text)

/** Functions that answer whether something works, that must not raise, or that clean up: to go on without a word is what they are for. */
const silent =
  /^_*(?:is|has|can|supports?|should|try|safe|maybe|check|validate|detect|probe)_|^__(?:del|repr|str|exit|aexit|getattr|eq|hash|contains|bool|instancecheck)__$|(?:^|_)(?:safe|quiet(?:ly)?|silent(?:ly)?|cleanup|close|shutdown|teardown|or_none|if_possible)$/

/** Whether the function around a node is one that may go on past any error, by its name. */
export const mayBeSilent = (source: Source, node: SyntaxNode): boolean =>
  silent.test(source.functionAround(node)?.childForFieldName('name')?.text ?? '')

const cleaning =
  /^_*(?:a?close|cancel|stop|shut_?down|disconnect|terminate|kill|join|wait|release|unlink|remove|rmtree|rollback|flush|cleanup|clean_up|teardown|destroy|dispose|exit|quit|unregister|detach|abort|reset)/

/** Whether all that a `try` tries is to clean up: when that fails, there is nothing left to do. */
export const triesToCleanUp = (clause: SyntaxNode): boolean => {
  const body = clause.parent === null ? undefined : field(clause.parent, 'body')
  const all = body === undefined ? [] : parts(body)
  return (
    all.length > 0 &&
    all.every(statement => {
      let [node] = parts(statement)
      if (node?.type === 'await') [node] = parts(node)
      const called = node?.type === 'call' ? field(node, 'function') : undefined
      const name = called?.type === 'attribute' ? field(called, 'attribute') : called
      return name !== undefined && cleaning.test(name.text)
    })
  )
}
