import type { SyntaxNode } from '../../ports/grammar.ts'
import { field, fields, parts } from './nodes.ts'

const functions = new Set([
  'function_definition',
  'lambda',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
])

/** Whether names that are bound in a node stay in it, and are seen by everything in it. */
export const isFunction = (node: SyntaxNode): boolean => functions.has(node.type)

/** The names in a target: `a`, `a, b`, `[a, *b]`; an attribute or an element of something binds none. */
export const targetNames = (node: SyntaxNode | undefined): readonly string[] => {
  if (node === undefined) return []
  if (node.type === 'identifier') return [node.text]
  const isGroup =
    /^(?:pattern_list|tuple_pattern|list_pattern|tuple|list|list_splat_pattern|dictionary_splat_pattern)$/.test(
      node.type,
    )
  return isGroup ? parts(node).flatMap(targetNames) : []
}

/** The name of one parameter. */
export const parameterName = (node: SyntaxNode): readonly string[] =>
  targetNames(node.type === 'typed_parameter' ? parts(node)[0] : (field(node, 'name') ?? node))

const ofImport = (node: SyntaxNode): readonly string[] =>
  fields(node, 'name').flatMap(each => {
    const alias = field(each, 'alias')
    // What a plain import binds is the module itself.
    return alias !== undefined ? [alias.text] : node.type === 'import_from_statement' ? [each.text] : []
  })

const boundBy = (node: SyntaxNode): readonly string[] => {
  switch (node.type) {
    case 'assignment':
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return targetNames(field(node, 'left'))
    case 'named_expression':
      return targetNames(field(node, 'name'))
    case 'parameters':
    case 'lambda_parameters':
      return parts(node).flatMap(parameterName)
    case 'as_pattern_target':
      return parts(node).flatMap(targetNames)
    case 'import_statement':
    case 'import_from_statement':
      return ofImport(node)
    default:
      return []
  }
}

const within = (node: SyntaxNode): readonly string[] => {
  const isDefinition = node.type === 'function_definition' || node.type === 'class_definition'
  if (isDefinition) return targetNames(field(node, 'name'))
  return isFunction(node) ? [] : [...boundBy(node), ...parts(node).flatMap(within)]
}

/** The names that a module, a class or a function binds for itself; those of `import a.b` are left to whoever asks for modules. */
export const bindingsOf = (scope: SyntaxNode): ReadonlySet<string> => {
  const own = field(scope, 'name')?.startIndex
  return new Set(parts(scope).flatMap(each => (each.startIndex === own ? [] : within(each))))
}
