import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { bindingsAt } from './meaning.ts'
import type { Source } from './source.ts'

const deepest = 8

/** Values that say what they are. */
const literals = new Set(['integer', 'float', 'true', 'false', 'none', 'string_content', 'escape_sequence', 'ellipsis'])

/** What is fixed when everything in it is. */
const wholes = new Set([
  'concatenated_string',
  'parenthesized_expression',
  'binary_operator',
  'unary_operator',
  'boolean_operator',
  'tuple',
  'list',
  'set',
  'dictionary',
  'pair',
])

/** Calls that can only give a number, or yes or no. */
const numbers =
  /^builtins\.(?:int|float|len|bool|ord|round|abs|hash|id)$|^(?:time\.(?:time|time_ns|monotonic)|math\.\w+)$/

const isFixedCall = (source: Source, node: SyntaxNode, depth: number): boolean => {
  if (numbers.test(source.callee(node) ?? '')) return true
  const called = field(node, 'function')
  const name = called?.type === 'attribute' ? field(called, 'attribute')?.text : undefined
  // `", ".join(["%s"] * n)` and `"…{}…".format(TABLE)`.
  if (name === undefined || !/^(?:join|format|strip|lower|upper|replace)$/.test(name)) return false
  const given = field(node, 'arguments')
  return (
    isFixedAt(source, called && field(called, 'object'), depth + 1) &&
    (given === undefined || parts(given).every(each => isFixedAt(source, field(each, 'value') ?? each, depth + 1)))
  )
}

const isRepeated = (source: Source, node: SyntaxNode, depth: number): boolean =>
  field(node, 'operator')?.type === '*' &&
  [field(node, 'left'), field(node, 'right')].some(
    side => side !== undefined && /^(?:list|string|tuple)$/.test(side.type) && isFixedAt(source, side, depth + 1),
  )

const isFixedAt = (source: Source, node: SyntaxNode | undefined, depth: number): boolean => {
  if (node === undefined || depth > deepest) return false
  if (literals.has(node.type)) return true
  if (wholes.has(node.type))
    return isRepeated(source, node, depth) || parts(node).every(each => isFixedAt(source, each, depth + 1))
  switch (node.type) {
    case 'string':
      return parts(node)
        .filter(each => each.type === 'interpolation')
        .every(each => isFixedAt(source, field(each, 'expression'), depth + 1))
    case 'conditional_expression': {
      const [then, , otherwise] = parts(node)
      return [then, otherwise].every(each => isFixedAt(source, each, depth + 1))
    }
    case 'comparison_operator':
    case 'not_operator':
      return true
    case 'identifier': {
      const bindings = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
      return (
        bindings.length > 0 &&
        bindings.every(each => each.kind === 'assignment' && isFixedAt(source, each.value, depth + 1)) &&
        !isTakenFromElsewhere(source, node.text)
      )
    }
    case 'attribute':
      // What a class says of itself, in a mapping or by its definition.
      return /^(?:__tablename__|__name__|__table__|db_table)$/.test(field(node, 'attribute')?.text ?? '')
    case 'call':
      return isFixedCall(source, node, depth)
    default:
      return false
  }
}

/** A function that says `global` may give the name anything. */
const isTakenFromElsewhere = (source: Source, name: string): boolean =>
  source.text.includes('global ') &&
  source.root
    .descendantsOfType('global_statement')
    .some(each => each !== null && parts(each).some(one => one.text === name))

/** Whether an expression is made of constants alone, through names that are only ever given such: no outsider has a say in it. */
export const isFixed = (source: Source, node: SyntaxNode | undefined): boolean => isFixedAt(source, node, 0)
