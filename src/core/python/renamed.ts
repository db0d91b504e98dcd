import type { SyntaxNode } from '../../ports/grammar.ts'
import { bindingsOf, isFunction } from './bindings.ts'
import { field, fields, parts } from './nodes.ts'

/** What a package is called otherwise now: itself, and classes of its own. */
export interface Renaming {
  readonly from: string
  readonly to: string
  /** What its classes are called now, by what they were called before. */
  readonly classes: ReadonlyMap<string, string>
}

const all = (node: SyntaxNode): readonly SyntaxNode[] => [node, ...parts(node).flatMap(all)]

const firstOf = (dotted: SyntaxNode): SyntaxNode | undefined =>
  dotted.type === 'dotted_name' ? parts(dotted)[0] : undefined

/** The modules that a statement imports, or imports from, by their full names. */
const modulesOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  if (node.type === 'import_statement') return fields(node, 'name').map(each => field(each, 'name') ?? each)
  return node.type === 'import_from_statement' ? fields(node, 'module_name') : []
}

/** `import package` binds the package’s own name, and so does `import package.module`; an alias binds another one. */
const bindsPackage = (node: SyntaxNode, name: string): boolean =>
  node.type === 'import_statement' && fields(node, 'name').some(each => firstOf(each)?.text === name)

/** Names that come from somebody else’s modules: that they are called alike means nothing. */
const foreignNames = (nodes: readonly SyntaxNode[], own: string): ReadonlySet<string> =>
  new Set(
    nodes.flatMap(node => {
      const module = node.type === 'import_from_statement' ? field(node, 'module_name') : undefined
      const first = module && firstOf(module)?.text
      return first === undefined || first === own
        ? []
        : fields(node, 'name').map(each => (field(each, 'name') ?? each).text)
    }),
  )

/** Whether an identifier is looked up: it is no attribute, no name of an argument, and no part of an import. */
const isLookedUp = (node: SyntaxNode): boolean => {
  const { parent } = node
  const isField = (name: string) => parent !== null && field(parent, name)?.startIndex === node.startIndex
  if (parent?.type === 'attribute') return isField('object')
  if (parent?.type === 'keyword_argument') return isField('value')
  if (parent?.type !== 'dotted_name') return parent?.type !== 'aliased_import'
  // `case package.NAME:` compares with a value; one name alone would be bound.
  return parent.parent?.type === 'case_pattern' && parts(parent).length > 1 && parent.startIndex === node.startIndex
}

/** Where the imported package is spoken of, except where something else has taken its name. */
const usesOf = (node: SyntaxNode, name: string, outside: boolean): readonly SyntaxNode[] => {
  const scope = node.type === 'module' || node.type === 'class_definition' || isFunction(node)
  const taken = outside || (scope && bindingsOf(node).has(name))
  if (node.type === 'identifier') return !taken && node.text === name && isLookedUp(node) ? [node] : []
  return parts(node).flatMap(each => {
    if (node.type !== 'class_definition' || each.type !== 'block') return usesOf(each, name, taken)
    // What a class’s body binds is not seen by its methods.
    return parts(each).flatMap(member => usesOf(member, name, isMethod(member) ? outside : taken))
  })
}

const isMethod = (node: SyntaxNode): boolean =>
  node.type === 'function_definition' || (node.type === 'decorated_definition' && parts(node).some(isMethod))

/** The entries of `__all__`: written as strings, they are names of the module all the same. */
const exported = (node: SyntaxNode): readonly SyntaxNode[] =>
  /^(?:augmented_)?assignment$/.test(node.type) && field(node, 'left')?.text === '__all__'
    ? all(node).filter(each => each.type === 'string_content')
    : []

/**
 * The text of a module of a package that is called otherwise now: its imports, what it says of the imported package, and the
 * package’s classes by their exact names. Words in strings and comments, and names that only hold the package’s, are somebody’s own.
 */
export const renamed = (root: SyntaxNode, text: string, { from, to, classes }: Renaming): string => {
  const nodes = all(root)
  const imported = nodes.flatMap(modulesOf).flatMap(each => firstOf(each) ?? [])
  const uses = nodes.some(each => bindsPackage(each, from)) ? usesOf(root, from, false) : []
  const foreign = foreignNames(nodes, from)
  const names = [...nodes.filter(each => each.type === 'identifier'), ...nodes.flatMap(exported)]
  const edits = new Map<number, readonly [was: string, now: string]>()
  for (const each of [...imported, ...uses]) if (each.text === from) edits.set(each.startIndex, [from, to])
  for (const { text: name, startIndex } of names) {
    const now = foreign.has(name) ? undefined : classes.get(name)
    if (now !== undefined) edits.set(startIndex, [name, now])
  }
  return [...edits]
    .toSorted(([a], [b]) => b - a)
    .reduce((so, [at, [was, now]]) => so.slice(0, at) + now + so.slice(at + was.length), text)
}
