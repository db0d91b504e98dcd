import type { SyntaxNode } from '../../ports/grammar.ts'
import { annotationText } from './annotation.ts'
import { type Decorator, isPublic, type Member, type ModuleInterface, type ValueMember } from './interface.ts'
import { field, fields, lineOf, oneLine, parts, tokens } from './nodes.ts'
import { parametersOf } from './parameters.ts'

/** Statements that only guard what is in them: what they define belongs to the scope around. */
const guards = new Set([
  'if_statement',
  'elif_clause',
  'else_clause',
  'try_statement',
  'except_clause',
  'finally_clause',
  'with_statement',
  'block',
])

const decoratorOf = (node: SyntaxNode): Decorator | undefined => {
  const [expression] = parts(node)
  if (!expression) return undefined
  if (expression.type !== 'call') return { name: oneLine(expression.text), args: [] }
  const args = field(expression, 'arguments')
  return {
    name: oneLine(field(expression, 'function')?.text ?? ''),
    args: args ? parts(args).map(each => oneLine(each.text)) : [],
  }
}

const annotated = (node: SyntaxNode | undefined): { annotation?: string } =>
  node ? { annotation: annotationText(node) } : {}

const valuesOf = (statement: SyntaxNode): readonly ValueMember[] =>
  parts(statement)
    .filter(each => each.type === 'assignment')
    .flatMap(assignment => {
      const left = field(assignment, 'left')
      const right = field(assignment, 'right')
      const targets = left?.type === 'pattern_list' || left?.type === 'tuple_pattern' ? parts(left) : left ? [left] : []
      const own = targets
        .filter(target => target.type === 'identifier')
        .map(target => ({
          kind: 'value' as const,
          name: target.text,
          line: lineOf(target),
          ...annotated(field(assignment, 'type')),
        }))
      return right?.type === 'assignment' ? [...own, ...chained(right)] : own
    })

/** `a = b = 1` is an assignment inside an assignment. */
const chained = (assignment: SyntaxNode): readonly ValueMember[] => {
  const left = field(assignment, 'left')
  const right = field(assignment, 'right')
  const own: readonly ValueMember[] =
    left?.type === 'identifier' ? [{ kind: 'value', name: left.text, line: lineOf(left) }] : []
  return right?.type === 'assignment' ? [...own, ...chained(right)] : own
}

/** `self.x = …` in any method; nested functions have another `self`. */
const instanceValues = (node: SyntaxNode): readonly ValueMember[] =>
  parts(node).flatMap((child): readonly ValueMember[] => {
    if (child.type === 'function_definition' || child.type === 'class_definition') return []
    if (child.type !== 'assignment') return instanceValues(child)
    const left = field(child, 'left')
    const owner = left?.type === 'attribute' ? field(left, 'object') : undefined
    const name = left?.type === 'attribute' ? field(left, 'attribute') : undefined
    if (owner?.text !== 'self' || !name) return []
    return [
      { kind: 'value', name: name.text, line: lineOf(child), ...annotated(field(child, 'type')), onInstance: true },
    ]
  })

const importsBound = (node: SyntaxNode): readonly Member[] =>
  fields(node, 'name').map(each => {
    const alias = field(each, 'alias')
    const original = alias ? (field(each, 'name')?.text ?? '') : each.text
    const name = alias?.text ?? (node.type === 'import_statement' ? (original.split('.')[0] ?? '') : original)
    return { kind: 'import', name, line: lineOf(each), exported: alias !== undefined && alias.text === original }
  })

const definitionOf = (node: SyntaxNode, decorators: readonly Decorator[]): readonly Member[] => {
  const name = field(node, 'name')?.text ?? ''
  const line = lineOf(node)
  const body = field(node, 'body')
  if (node.type === 'function_definition') {
    const returns = field(node, 'return_type')
    const parameters = field(node, 'parameters')
    return [
      {
        kind: 'function',
        name,
        line,
        async: tokens(node).some(token => token.type === 'async'),
        decorators,
        parameters: parameters ? parametersOf(parameters) : [],
        ...(returns && { returns: annotationText(returns) }),
      },
    ]
  }
  if (node.type !== 'class_definition') return []
  const bases = field(node, 'superclasses')
  const declared = body ? membersOf(body) : []
  const known = new Set(declared.map(member => member.name))
  const instance = (body ? parts(body) : [])
    .map(each => (each.type === 'decorated_definition' ? field(each, 'definition') : each))
    .filter(each => each?.type === 'function_definition')
    .flatMap(method => (method && field(method, 'body') ? instanceValues(field(method, 'body') ?? method) : []))
    .filter(value => !known.has(value.name))
  return [
    {
      kind: 'class',
      name,
      line,
      decorators,
      bases: bases
        ? parts(bases).map(base => (base.type === 'keyword_argument' ? oneLine(base.text) : annotationText(base)))
        : [],
      members: [...declared, ...new Map(instance.map(value => [value.name, value])).values()],
    },
  ]
}

const membersOf = (scope: SyntaxNode): readonly Member[] =>
  parts(scope).flatMap((node): readonly Member[] => {
    if (guards.has(node.type)) return membersOf(node)
    switch (node.type) {
      case 'expression_statement':
        return valuesOf(node)
      case 'type_alias_statement': {
        const left = field(node, 'left')
        return left ? [{ kind: 'value', name: /^\w+/.exec(left.text)?.[0] ?? '', line: lineOf(node) }] : []
      }
      case 'import_statement':
      case 'import_from_statement':
        return importsBound(node)
      case 'decorated_definition': {
        const definition = field(node, 'definition')
        const decorators = parts(node)
          .filter(each => each.type === 'decorator')
          .map(decoratorOf)
          .filter(each => each !== undefined)
        return definition ? definitionOf(definition, decorators) : []
      }
      default:
        return definitionOf(node, [])
    }
  })

/** The strings that every statement about `__all__` names; undefined where one of them is not a plain list. */
const allOf = (root: SyntaxNode): readonly string[] | undefined => {
  const values = parts(root)
    .flatMap(parts)
    .filter(each => each.type.endsWith('assignment') && field(each, 'left')?.text === '__all__')
    .map(each => field(each, 'right'))
  if (values.length === 0 || values.some(each => !each || !/^(list|tuple)$/.test(each.type))) return undefined
  return values
    .flatMap(each => (each ? parts(each) : []))
    .flatMap(each => parts(each).filter(part => part.type === 'string_content'))
    .map(each => each.text)
}

const visible = (members: readonly Member[], wanted: (name: string) => boolean): readonly Member[] =>
  members
    .filter(member => wanted(member.name))
    .map(member => (member.kind === 'class' ? { ...member, members: visible(member.members, wanted) } : member))

/** What a module offers, as data. By default only public names; a contract asks for all that it names. */
export const interfaceOf = (root: SyntaxNode, wanted: (name: string) => boolean = isPublic): ModuleInterface => {
  const all = allOf(root)
  return { members: visible(membersOf(root), wanted), ...(all && { all }) }
}
