import type { SyntaxNode } from '../../ports/grammar.ts'
import { both, type Condition } from './condition.ts'
import { conditionOf } from './condition-of.ts'
import { constantString } from './constant-strings.ts'
import { columnOf, field, fields, lineOf, parts } from './nodes.ts'

/** One module that a file asks for. */
export interface Import {
  /** Dotted; empty in `from . import x`. */
  readonly module: string
  /** The number of leading dots. */
  readonly level: number
  /** What `from … import` takes; `*` for everything; empty for a plain `import`. */
  readonly names: readonly string[]
  readonly line: number
  readonly column: number
  /** Under `if TYPE_CHECKING:`. It is never carried out. */
  readonly typeChecking: boolean
  /** In a `try` that catches ImportError: its absence is allowed. */
  readonly optional: boolean
  readonly inFunction: boolean
  /** Where it is not carried out in every case. */
  readonly when?: Condition
  /** Asked for by a call with a constant name: `importlib.import_module('a.b')`. */
  readonly called?: true
}

type Around = Pick<Import, 'typeChecking' | 'optional' | 'inFunction' | 'when'>

const isTypeChecking = (condition: SyntaxNode | undefined): boolean =>
  condition !== undefined && /^(?:[\w.]+\.)?TYPE_CHECKING$/.test(condition.text)

const catchesImportError = (node: SyntaxNode): boolean =>
  parts(node)
    .filter(clause => clause.type === 'except_clause')
    .some(clause => {
      const caught = parts(clause).filter(part => part.type !== 'block')
      return (
        caught.length === 0 || caught.some(part => /\b(?:ImportError|ModuleNotFoundError|Exception)\b/.test(part.text))
      )
    })

const place = (node: SyntaxNode) => ({ line: lineOf(node), column: columnOf(node) })

const plain = (node: SyntaxNode, around: Around): readonly Import[] =>
  fields(node, 'name').map(each => ({
    module: (field(each, 'name') ?? each).text,
    level: 0,
    names: [],
    ...place(each),
    ...around,
  }))

const from = (node: SyntaxNode, around: Around): readonly Import[] => {
  const source = field(node, 'module_name')
  if (!source) return []
  const relative = source.type === 'relative_import'
  const dots = relative ? (/^[.\s]*/.exec(source.text)?.[0].replaceAll(/\s/g, '').length ?? 0) : 0
  const star = parts(node).some(each => each.type === 'wildcard_import')
  return [
    {
      module: source.text.replace(/^[.\s]+/, ''),
      level: dots,
      names: star ? ['*'] : fields(node, 'name').map(each => (field(each, 'name') ?? each).text),
      ...place(node),
      ...around,
    },
  ]
}

/** `import_module('.b', package='a')`, `__import__('a.b')`: what constants tell of it. */
const byCall = (node: SyntaxNode, around: Around): readonly Import[] => {
  const name = field(node, 'function')?.text ?? ''
  if (!/^(?:(?:importlib\.)?import_module|__import__|builtins\.__import__)$/.test(name)) return []
  const given = parts(field(node, 'arguments') ?? node)
  const [first, second] = given.filter(each => each.type !== 'keyword_argument')
  const module = first && constantString(first)
  if (module === undefined || !/^\.*\w[\w.]*$/.test(module)) return []
  const dots = /^\.*/.exec(module)?.[0].length ?? 0
  const named = given.find(each => each.type === 'keyword_argument' && field(each, 'name')?.text === 'package')
  const anchor = named ? field(named, 'value') : second
  const base = dots > 0 && anchor ? constantString(anchor) : undefined
  // `.b` beside a constant package is an absolute name; beside `__package__` it is relative to the file.
  if (dots === 1 && base !== undefined)
    return [{ module: `${base}${module}`, level: 0, names: [], ...place(node), ...around, called: true }]
  if (dots > 0 && anchor && !/^__(?:package|name)__$/.test(anchor.text)) return []
  return [{ module: module.slice(dots), level: dots, names: [], ...place(node), ...around, called: true }]
}
/** The calls by which an expression can import. */
const mayImport = /import_module|__import__/

/** What statements stand in. An expression holds none, and most of a file is expressions. */
const holders = new Set([
  'module',
  'block',
  'class_definition',
  'decorated_definition',
  'elif_clause',
  'else_clause',
  'for_statement',
  'while_statement',
  'with_statement',
  'except_clause',
  'except_group_clause',
  'finally_clause',
  'match_statement',
  'case_clause',
  'ERROR',
])

const within = (node: SyntaxNode, around: Around): readonly Import[] => {
  switch (node.type) {
    case 'import_statement':
      return plain(node, around)
    case 'import_from_statement':
      return from(node, around)
    case 'future_import_statement':
      return [{ module: '__future__', level: 0, names: [], ...place(node), ...around }]
    case 'function_definition':
    case 'lambda':
      return inside(node, { ...around, inFunction: true })
    case 'call':
      return [...byCall(node, around), ...inside(node, around)]
    case 'if_statement':
      return branches(node, around)
    case 'try_statement':
      return inside(node, catchesImportError(node) ? { ...around, optional: true } : around)
    default:
      return holders.has(node.type) || mayImport.test(node.text) ? inside(node, around) : []
  }
}

const inside = (node: SyntaxNode, around: Around): readonly Import[] =>
  parts(node).flatMap(part => within(part, around))

/** Each branch is carried out where its condition holds, and none of those before it. */
const branches = (node: SyntaxNode, around: Around): readonly Import[] => {
  let before: Condition | undefined
  const branch = (part: SyntaxNode, condition: SyntaxNode | undefined): readonly Import[] => {
    const asked = condition && conditionOf(condition)
    const when = both(around.when, both(before, asked))
    const typeChecking = around.typeChecking || isTypeChecking(condition)
    if (asked) before = both(before, { not: asked })
    return inside(part, { ...around, typeChecking, ...(when && { when }) })
  }
  const condition = field(node, 'condition')
  return [
    ...(condition ? within(condition, around) : []),
    ...parts(node).flatMap(part => {
      if (part.type === 'elif_clause') return branch(part, field(part, 'condition'))
      if (part.type === 'else_clause') return branch(part, undefined)
      return part.type === 'block' ? branch(part, condition) : []
    }),
  ]
}

/** Every import of a file, in its order, with what stands around it; those that calls ask for too. */
export const allImportsOf = (root: SyntaxNode): readonly Import[] =>
  inside(root, { typeChecking: false, optional: false, inFunction: false })

/** Every import statement of a file, in its order, with what stands around it. */
export const importsOf = (root: SyntaxNode): readonly Import[] => allImportsOf(root).filter(each => !each.called)
