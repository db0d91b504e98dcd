import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { positional } from '../source/arguments.ts'
import { bindingsAt } from '../source/meaning.ts'
import type { Source } from '../source/source.ts'

const deepest = 40

/** How a text begins: what is fixed of it, and the first part that is not. */
export interface Beginning {
  readonly fixed: string
  /** Undefined where all of it is fixed. */
  readonly rest: SyntaxNode | undefined
}

const whole = (rest: SyntaxNode): Beginning => ({ fixed: '', rest })

const inOrder = (source: Source, nodes: readonly SyntaxNode[], depth: number): Beginning => {
  let fixed = ''
  for (const each of nodes) {
    const begins = beginning(source, each, depth + 1)
    fixed += begins.fixed
    if (begins.rest !== undefined) return { fixed, rest: begins.rest }
  }
  return { fixed, rest: undefined }
}

/** `"https://{}/a".format(host)`, `"https://%s/a" % host`: fixed up to the first mark, which the first value fills. */
const filled = (
  source: Source,
  format: SyntaxNode,
  mark: RegExp,
  values: readonly SyntaxNode[],
  depth: number,
): Beginning => {
  const text = source.constant(format)
  const [first] = values
  if (text === undefined || first === undefined) return beginning(source, format, depth + 1)
  const at = text.search(mark)
  return at < 0 ? { fixed: text, rest: undefined } : { fixed: text.slice(0, at), rest: first }
}

const ofCall = (source: Source, node: SyntaxNode, depth: number): Beginning => {
  const called = field(node, 'function')
  const object = called && field(called, 'object')
  const name = called?.type === 'attribute' ? field(called, 'attribute')?.text : undefined
  if (name === 'format' && object !== undefined) {
    const values = field(node, 'arguments')
    const all = values === undefined ? [] : parts(values).map(each => field(each, 'value') ?? each)
    return filled(source, object, /\{(?!\{)/, all, depth)
  }
  if (object !== undefined && /^(?:joinpath|resolve|absolute|expanduser|strip|rstrip|lower)$/.test(name ?? ''))
    return beginning(source, object, depth + 1)
  const callee = source.callee(node)
  const [first] = positional(node)
  if (
    first !== undefined &&
    /^(?:builtins\.str|os\.path\.join|urllib\.parse\.urljoin|pathlib\.\w*Path)$/.test(callee ?? '')
  )
    return beginning(source, first, depth + 1)
  return whole(node)
}

const beginning = (source: Source, node: SyntaxNode, depth: number): Beginning => {
  if (depth > deepest) return whole(node)
  const constant = source.constant(node)
  if (constant !== undefined) return { fixed: constant, rest: undefined }
  switch (node.type) {
    case 'parenthesized_expression':
    case 'concatenated_string':
      return inOrder(source, parts(node), depth)
    case 'string':
      return inOrder(
        source,
        parts(node).filter(each => each.type === 'string_content' || each.type === 'interpolation'),
        depth,
      )
    case 'string_content':
      return { fixed: node.text, rest: undefined }
    case 'interpolation': {
      const inside = field(node, 'expression')
      return inside === undefined ? whole(node) : beginning(source, inside, depth + 1)
    }
    case 'binary_operator': {
      const [left, right] = [field(node, 'left'), field(node, 'right')]
      if (left === undefined || right === undefined) return whole(node)
      const operator = field(node, 'operator')?.type
      if (operator === '+') return inOrder(source, [left, right], depth)
      if (operator === '%')
        return filled(source, left, /%(?!%)/, right.type === 'tuple' ? parts(right) : [right], depth)
      return operator === '/' ? beginning(source, left, depth + 1) : whole(node)
    }
    case 'call':
      return ofCall(source, node, depth)
    case 'identifier': {
      const { bindings = [], scope } = bindingsAt(source, node.text, node.startIndex) ?? {}
      const own = scope?.node.id === (source.functionAround(node)?.id ?? source.root.id)
      // In its own function a name is what it was given last; what comes from around may have been given at any time.
      const last = bindings.findLast(each => each.node.endIndex <= node.startIndex)
      const only = own ? last : bindings.length === 1 ? bindings[0] : undefined
      return only?.kind === 'assignment' && only.value !== undefined
        ? beginning(source, only.value, depth + 1)
        : whole(node)
    }
    default:
      return whole(node)
  }
}

/** How the text that an expression makes begins. */
export const beginningOf = (source: Source, node: SyntaxNode): Beginning => beginning(source, node, 0)
