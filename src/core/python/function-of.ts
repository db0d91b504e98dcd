import type { SyntaxNode } from '../../ports/grammar.ts'
import { annotationText } from './annotation.ts'
import type { Decorator, FunctionMember } from './interface.ts'
import { field, lineOf, oneLine, parts, tokens } from './nodes.ts'
import { parametersOf } from './parameters.ts'

/** One decorator, called or not. */
export const decoratorOf = (node: SyntaxNode): Decorator | undefined => {
  const [expression] = parts(node)
  if (!expression) return undefined
  if (expression.type !== 'call') return { name: oneLine(expression.text), args: [] }
  const args = field(expression, 'arguments')
  return {
    name: oneLine(field(expression, 'function')?.text ?? ''),
    args: args ? parts(args).map(each => oneLine(each.text)) : [],
  }
}

const hasYield = (node: SyntaxNode): boolean =>
  parts(node).some(
    each =>
      each.type === 'yield' || (!/^(?:function_definition|class_definition|lambda)$/.test(each.type) && hasYield(each)),
  )

/** What a definition says of a function. */
export const functionOf = (node: SyntaxNode, decorators: readonly Decorator[]): FunctionMember => {
  const returns = field(node, 'return_type')
  const parameters = field(node, 'parameters')
  const body = field(node, 'body')
  const isAsync = tokens(node).some(token => token.type === 'async')
  return {
    kind: 'function',
    name: field(node, 'name')?.text ?? '',
    line: lineOf(node),
    async: isAsync,
    ...(isAsync && body && hasYield(body) && { yields: true }),
    decorators,
    parameters: parameters ? parametersOf(parameters) : [],
    ...(returns && { returns: annotationText(returns) }),
  }
}
