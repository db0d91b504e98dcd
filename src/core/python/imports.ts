import type { SyntaxNode } from '../../ports/grammar.ts'
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
}

type Around = Pick<Import, 'typeChecking' | 'optional' | 'inFunction'>

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

const read = (node: SyntaxNode, around: Around): readonly Import[] => {
  switch (node.type) {
    case 'import_statement':
      return plain(node, around)
    case 'import_from_statement':
      return from(node, around)
    default:
      return [{ module: '__future__', level: 0, names: [], ...place(node), ...around }]
  }
}

/** What stands around a statement, read upwards: a file may have a million statements and few imports. */
const aroundOf = (node: SyntaxNode): Around => {
  let around: Around = { typeChecking: false, optional: false, inFunction: false }
  let inner = node
  for (let above = node.parent; above !== null; inner = above, above = above.parent) {
    if (above.type === 'function_definition') around = { ...around, inFunction: true }
    else if (above.type === 'try_statement' && catchesImportError(above)) around = { ...around, optional: true }
    else if (above.type === 'if_statement' && inner.type === 'block' && isTypeChecking(field(above, 'condition')))
      around = { ...around, typeChecking: true }
  }
  return around
}

/** Every import of a file, in its order, with what stands around it. */
export const importsOf = (root: SyntaxNode): readonly Import[] =>
  root
    .descendantsOfType(['import_statement', 'import_from_statement', 'future_import_statement'])
    .flatMap(node => (node === null ? [] : read(node, aroundOf(node))))
