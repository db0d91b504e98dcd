import type { SyntaxNode } from '../../../ports/grammar.ts'
import { parameterName } from '../bindings.ts'
import { field, parts } from '../nodes.ts'
import type { Source } from './source.ts'

/** Whether a function is a coroutine (or makes an asynchronous generator). */
export const isAsync = (definition: SyntaxNode): boolean => definition.children[0]?.type === 'async'

/** The expressions behind the `@`s of a function or class. */
export const decoratorsOf = (definition: SyntaxNode): readonly SyntaxNode[] =>
  definition.parent?.type === 'decorated_definition'
    ? parts(definition.parent)
        .filter(each => each.type === 'decorator')
        .flatMap(each => parts(each).slice(0, 1))
    : []

/** The coroutine that runs a node itself: a lambda or an ordinary function between the two is run by whoever calls that. */
export const coroutineAround = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  let scope: ReturnType<Source['scopeAt']> | undefined = source.scopeAt(node.startIndex)
  while (scope !== undefined && scope.kind !== 'function' && scope.kind !== 'lambda') scope = scope.around
  return scope?.kind === 'function' && scope.node.id !== node.id && isAsync(scope.node) ? scope.node : undefined
}

/** A parameter of a function. */
export interface Parameter {
  readonly name: string
  readonly node: SyntaxNode
  readonly annotation: SyntaxNode | undefined
  readonly value: SyntaxNode | undefined
}

/** The parameters of a function by their names; `*` and `/` are none. */
export const parametersOf = (definition: SyntaxNode): readonly Parameter[] => {
  const list = field(definition, 'parameters')
  return (list === undefined ? [] : parts(list)).flatMap(node =>
    parameterName(node).map(name => ({ name, node, annotation: field(node, 'type'), value: field(node, 'value') })),
  )
}

/** The nodes of some types that a function itself runs: nothing of the functions, lambdas and classes in it. */
export const ownNodes = (source: Source, definition: SyntaxNode, types: readonly string[]): readonly SyntaxNode[] => {
  const body = field(definition, 'body')
  if (body === undefined) return []
  return body.descendantsOfType([...types]).filter(node => {
    if (node === null) return false
    let scope: ReturnType<Source['scopeAt']> | undefined = source.scopeAt(node.startIndex)
    if (scope.node.id === node.id) scope = scope.around
    while (scope?.kind === 'comprehension') scope = scope.around
    return scope?.node.id === definition.id
  }) as readonly SyntaxNode[]
}
