import type { SyntaxNode } from '../../../ports/grammar.ts'
import { parameterName, targetNames } from '../bindings.ts'
import { resolveRelative } from '../modules.ts'
import { field, fields, parts } from '../nodes.ts'

/** How a name comes to mean something. */
export interface Binding {
  readonly kind: 'import' | 'function' | 'class' | 'parameter' | 'assignment' | 'context' | 'other'
  /** The statement, parameter or definition that binds it. */
  readonly node: SyntaxNode
  /** The dotted name that an import brings. */
  readonly target?: string
  /** What is assigned, when one name gets one value. */
  readonly value?: SyntaxNode
  readonly annotation?: SyntaxNode
}

/** A part of a file that has names of its own. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function' | 'lambda' | 'comprehension'
  readonly node: SyntaxNode
  /** Where its names hold, in the file's characters. */
  readonly start: number
  readonly end: number
  readonly around: Scope | undefined
  readonly names: Map<string, Binding[]>
  /** Names that `global` or `nonlocal` take from outside. */
  readonly borrowed: Set<string>
}

const scopeKinds: Readonly<Record<string, Scope['kind']>> = {
  function_definition: 'function',
  class_definition: 'class',
  lambda: 'lambda',
  list_comprehension: 'comprehension',
  set_comprehension: 'comprehension',
  dictionary_comprehension: 'comprehension',
  generator_expression: 'comprehension',
}

const binders = [
  'import_statement',
  'import_from_statement',
  'function_definition',
  'class_definition',
  'assignment',
  'augmented_assignment',
  'for_statement',
  'for_in_clause',
  'as_pattern',
  'named_expression',
  'parameters',
  'lambda_parameters',
  'global_statement',
  'nonlocal_statement',
  'delete_statement',
]

/** Every kind of node that {@link scopesOf} asks for. */
const wanted = [...new Set([...Object.keys(scopeKinds), ...binders])]

/** As many bindings of one name as are kept. */
const most = 32

const startOf = (node: SyntaxNode): number =>
  // A function's name and decorators, and a class's bases, belong to the scope around.
  node.type === 'class_definition'
    ? (field(node, 'body')?.startIndex ?? node.endIndex)
    : node.type === 'function_definition'
      ? (field(node, 'parameters')?.startIndex ?? node.startIndex)
      : node.startIndex

const imported = (node: SyntaxNode, path: string): readonly (readonly [string, Binding])[] => {
  const names = fields(node, 'name')
  if (node.type === 'import_statement')
    return names.map(each => {
      const [whole, alias] = [(field(each, 'name') ?? each).text, field(each, 'alias')?.text]
      // `import a.b` binds `a`, and `a.b` is then reached through it.
      const top = whole.split('.')[0] ?? whole
      return [alias ?? top, { kind: 'import', node, target: alias === undefined ? top : whole }]
    })
  const source = field(node, 'module_name')
  if (source === undefined) return []
  const dots = /^\.*/.exec(source.text.replaceAll(/\s/g, ''))?.[0].length ?? 0
  const rest = source.text.replace(/^[.\s]+/, '')
  const module = dots === 0 ? rest : resolveRelative(path, dots, rest)
  return names.map(each => {
    const name = (field(each, 'name') ?? each).text
    const target = module === undefined ? undefined : `${module}.${name}`
    return [field(each, 'alias')?.text ?? name, { kind: 'import', node, ...(target !== undefined && { target }) }]
  })
}

const assigned = (node: SyntaxNode): readonly (readonly [string, Binding])[] => {
  const [left, right, annotation] = [field(node, 'left'), field(node, 'right'), field(node, 'type')]
  const alone = left?.type === 'identifier' && node.type === 'assignment'
  // `a = b = value` nests: the value is the innermost one.
  let value = right
  while (value?.type === 'assignment') value = field(value, 'right')
  return targetNames(left).map(name => [
    name,
    {
      kind: alone ? 'assignment' : 'other',
      node,
      ...(alone && value !== undefined && { value }),
      ...(alone && annotation !== undefined && { annotation }),
    },
  ])
}

const parametersIn = (node: SyntaxNode): readonly (readonly [string, Binding])[] =>
  parts(node).flatMap(each => {
    const annotation = field(each, 'type')
    return parameterName(each).map((name): readonly [string, Binding] => [
      name,
      { kind: 'parameter', node: each, ...(annotation !== undefined && { annotation }) },
    ])
  })

const bindingsIn = (node: SyntaxNode, path: string): readonly (readonly [string, Binding])[] => {
  switch (node.type) {
    case 'import_statement':
    case 'import_from_statement':
      return imported(node, path)
    case 'function_definition':
    case 'class_definition': {
      const name = field(node, 'name')?.text
      const kind = node.type === 'class_definition' ? 'class' : 'function'
      return name === undefined ? [] : [[name, { kind, node }]]
    }
    case 'assignment':
    case 'augmented_assignment':
      return assigned(node)
    case 'parameters':
    case 'lambda_parameters':
      return parametersIn(node)
    case 'as_pattern': {
      const target = field(node, 'alias')
      const names = target === undefined ? [] : parts(target).flatMap(targetNames)
      const [value] = parts(node)
      const single = target !== undefined && parts(target)[0]?.type === 'identifier'
      return names.map(name => [name, { kind: single ? 'context' : 'other', node, ...(value && single && { value }) }])
    }
    case 'named_expression': {
      const [name, value] = [field(node, 'name')?.text, field(node, 'value')]
      return name === undefined ? [] : [[name, { kind: 'assignment', node, ...(value && { value }) }]]
    }
    case 'delete_statement':
      return parts(node)
        .flatMap(targetNames)
        .map(name => [name, { kind: 'other', node }])
    default:
      return targetNames(field(node, 'left')).map(name => [name, { kind: 'other', node }])
  }
}

/** A comprehension's own names are those of its `for`; what `:=` binds in it belongs to the function around. */
const holderOf = (scope: Scope, node: SyntaxNode): Scope =>
  scope.kind === 'comprehension' && node.type === 'named_expression' && scope.around !== undefined
    ? holderOf(scope.around, node)
    : scope

/** The scopes of a file with the names that each binds, the module's own first; `path` gives relative imports their meaning. */
export const scopesOf = (root: SyntaxNode, path: string): readonly Scope[] => {
  const module: Scope = {
    kind: 'module',
    node: root,
    start: 0,
    end: Number.POSITIVE_INFINITY,
    around: undefined,
    names: new Map(),
    borrowed: new Set(),
  }
  const scopes = [module]
  const open = [module]
  const innermost = (index: number): Scope => {
    while (open.length > 1 && (open.at(-1) as Scope).end <= index) open.pop()
    return open.findLast(each => each.start <= index) ?? module
  }
  for (const node of root.descendantsOfType([...wanted])) {
    if (node === null) continue
    const around = innermost(node.startIndex)
    const isOuter = node.type === 'function_definition' || node.type === 'class_definition'
    const kind = scopeKinds[node.type]
    if (node.type === 'global_statement' || node.type === 'nonlocal_statement')
      for (const each of parts(node)) around.borrowed.add(each.text)
    else if (kind === undefined || isOuter)
      for (const [name, binding] of bindingsIn(node, path)) {
        const { names } = holderOf(around, node)
        const known = names.get(name)
        if (known === undefined) names.set(name, [binding])
        // A name that is bound so often means nothing certain; the next one only makes sure of that.
        else if (known.length < most) known.push(known.length + 1 === most ? { kind: 'other', node } : binding)
      }
    if (kind === undefined) continue
    const scope: Scope = {
      kind,
      node,
      start: startOf(node),
      end: node.endIndex,
      around,
      names: new Map(),
      borrowed: new Set(),
    }
    scopes.push(scope)
    open.push(scope)
  }
  // A class’s names begin behind its bases, so that a lambda among these comes before them.
  return scopes.toSorted((a, b) => a.start - b.start)
}
