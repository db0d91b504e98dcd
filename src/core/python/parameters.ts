import type { SyntaxNode } from '../../ports/grammar.ts'
import { annotationText } from './annotation.ts'
import { expressionText } from './expression-text.ts'
import type { Parameter, ParameterKind } from './interface.ts'
import { field, parts } from './nodes.ts'

const nameOf = (node: SyntaxNode): SyntaxNode | undefined => {
  if (node.type === 'identifier' || node.type.endsWith('_splat_pattern')) return node
  return field(node, 'name') ?? parts(node)[0]
}

const one = (node: SyntaxNode, plainKind: ParameterKind): Parameter | undefined => {
  const name = nameOf(node)
  if (!name) return undefined
  const kind =
    name.type === 'list_splat_pattern'
      ? 'variable positional'
      : name.type === 'dictionary_splat_pattern'
        ? 'variable keyword'
        : plainKind
  const type = field(node, 'type')
  const value = field(node, 'value')
  return {
    name: name.text.replace(/^\*+/, '').trim(),
    kind,
    hasDefault: value !== undefined,
    ...(value && { default: expressionText(value) }),
    ...(type && { annotation: annotationText(type) }),
  }
}

/** The parameters in their order; `/` and `*` are turned into the kinds of those around them. */
export const parametersOf = (list: SyntaxNode): readonly Parameter[] => {
  const found: Parameter[] = []
  let plainKind: ParameterKind = 'positional or keyword'
  for (const node of parts(list)) {
    if (node.type === 'positional_separator') {
      found.splice(0, found.length, ...found.map(each => ({ ...each, kind: 'positional-only' as const })))
      continue
    }
    if (node.type === 'keyword_separator') {
      plainKind = 'keyword-only'
      continue
    }
    const parameter = one(node, plainKind)
    if (!parameter) continue
    if (parameter.kind === 'variable positional') plainKind = 'keyword-only'
    found.push(parameter)
  }
  return found
}
