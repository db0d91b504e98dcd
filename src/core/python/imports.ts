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

const read = (node: SyntaxNode, around: Around): readonly Import[] => {
  switch (node.type) {
    case 'import_statement':
      return plain(node, around)
    case 'import_from_statement':
      return from(node, around)
    case 'future_import_statement':
      return [{ module: '__future__', level: 0, names: [], ...place(node), ...around }]
    default:
      return byCall(node, around)
  }
}

/** Each branch is carried out where its condition holds, and none of those before it. */
const inBranch = (statement: SyntaxNode, branch: SyntaxNode, around: Around): Around => {
  let before: Condition | undefined
  for (const part of parts(statement)) {
    const own = part.type === 'elif_clause' ? field(part, 'condition') : undefined
    const condition = part.type === 'block' ? field(statement, 'condition') : own
    if (condition === undefined && part.type !== 'else_clause') continue
    const asked = condition && conditionOf(condition)
    if (part.id === branch.id) {
      const when = both(around.when, both(before, asked))
      return {
        ...around,
        typeChecking: around.typeChecking || isTypeChecking(condition),
        ...(when && { when }),
      }
    }
    if (asked) before = both(before, { not: asked })
  }
  return around
}

/** What stands around an import, from the outside in. It is read upwards: a file may have a million statements and few imports. */
const aroundOf = (node: SyntaxNode): Around => {
  const way: SyntaxNode[] = [node]
  for (let above = node.parent; above !== null; above = above.parent) way.unshift(above)
  let around: Around = { typeChecking: false, optional: false, inFunction: false }
  way.forEach((each, index) => {
    const inner = way[index + 1]
    if (inner === undefined) return
    if (each.type === 'function_definition' || each.type === 'lambda') around = { ...around, inFunction: true }
    else if (each.type === 'try_statement' && catchesImportError(each)) around = { ...around, optional: true }
    else if (each.type === 'if_statement') around = inBranch(each, inner, around)
  })
  return around
}

const statements = ['import_statement', 'import_from_statement', 'future_import_statement']

/** Every import of a file, in its order, with what stands around it; those that calls ask for too. */
export const allImportsOf = (root: SyntaxNode): readonly Import[] =>
  root
    .descendantsOfType(mayImport.test(root.text) ? [...statements, 'call'] : statements)
    .flatMap(node =>
      node === null || (node.type === 'call' && !mayImport.test(node.text)) ? [] : read(node, aroundOf(node)),
    )

/** Every import statement of a file, in its order, with what stands around it. */
export const importsOf = (root: SyntaxNode): readonly Import[] => allImportsOf(root).filter(each => !each.called)
