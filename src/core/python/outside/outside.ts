import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { bindingsAt } from '../source/meaning.ts'
import type { Binding, Scope } from '../source/scopes.ts'
import type { Source } from '../source/source.ts'
import { asking, carriers, carrying, cleaners } from './calls.ts'
import { isJudged } from './guards.ts'
import { isWrittenByVisitor } from './requests.ts'
import { isFilledByVisitor } from './routes.ts'

/** One question: whether what reaches a place comes from outside. */
interface Question {
  readonly source: Source
  /** Where it would do harm; judgements before it count. */
  readonly sink: number
  /** Whether a part of a path between two slashes counts, which can hold none itself. */
  readonly segments: boolean
  readonly seen: Map<number, boolean>
  /** How far the way back has been followed. */
  depth: number
}

/** Longer ways than any that people write; code that is made to be deep ends here. */
const deepest = 200

/** Whatever holds one of these holds what is in it. */
const wholes = new Set([
  'binary_operator',
  'boolean_operator',
  'concatenated_string',
  'parenthesized_expression',
  'tuple',
  'list',
  'set',
  'dictionary',
  'list_splat',
  'dictionary_splat',
  'await',
  'expression_list',
])

const given = (call: SyntaxNode): readonly SyntaxNode[] => {
  const list = field(call, 'arguments')
  return list === undefined ? [] : parts(list).map(each => field(each, 'value') ?? each)
}

const ofCall = (asked: Question, node: SyntaxNode): boolean => {
  const called = field(node, 'function')
  const name = asked.source.callee(node)
  const last = (called?.type === 'attribute' ? field(called, 'attribute') : called)?.text ?? ''
  if (cleaners.test(name ?? last)) return false
  if (name !== undefined && carriers.test(name)) return given(node).some(each => isFrom(asked, each))
  if (called?.type !== 'attribute') return false
  if (isWrittenByVisitor(asked.source, called)) return true
  if (asking.test(last)) return false
  if (isFrom(asked, field(called, 'object'))) return true
  return carrying.test(last) && given(node).some(each => isFrom(asked, each))
}

/** The block that a statement stands in: what comes later in it finds the name as the statement left it. */
const blockOf = (node: SyntaxNode): SyntaxNode | undefined => {
  let each = node.parent
  while (each !== null && each.type !== 'block' && each.type !== 'module') each = each.parent
  return each ?? undefined
}

const valueOf = ({ kind, node, value }: Binding): SyntaxNode | undefined =>
  kind === 'parameter' ? undefined : (value ?? field(node, 'right'))

/** `text = text.strip()` does not yet hold where its own value is made; what a loop or a `with` binds holds in its body. */
const isBefore = ({ node }: Binding, index: number): boolean =>
  (/assignment$|^named_expression$/.test(node.type) ? node.endIndex : node.startIndex) <= index

const ofName = (asked: Question, node: SyntaxNode): boolean => {
  const { source } = asked
  const found = bindingsAt(source, node.text, node.startIndex)
  if (found === undefined || found.scope.kind === 'class') return false
  const { scope, bindings } = found
  if (isJudged(source, around(scope), node.text, asked.sink)) return false
  // What a function takes from around it may have been given at any time.
  const isOwn = source.functionAround(node)?.id === scope.node.id || scope.kind !== 'function'
  const before = bindings.filter(each => !isOwn || isBefore(each, node.startIndex))
  for (const each of before.toReversed()) {
    if (each.kind === 'parameter') {
      if (isFilledByVisitor(source, each.node, asked.segments)) return true
      continue
    }
    const value = valueOf(each)
    if (value !== undefined && value.id !== node.id && isFrom(asked, value)) return true
    const block = blockOf(each.node)
    const settles = each.kind === 'assignment' && block !== undefined
    if (settles && block.startIndex <= node.startIndex && node.endIndex <= block.endIndex) return false
  }
  return false
}

const around = (scope: Scope): Scope =>
  scope.kind === 'comprehension' && scope.around !== undefined ? around(scope.around) : scope

const ofNode = (asked: Question, node: SyntaxNode): boolean => {
  if (wholes.has(node.type)) return parts(node).some(each => isFrom(asked, each))
  switch (node.type) {
    case 'identifier':
      return ofName(asked, node)
    case 'attribute':
      return isWrittenByVisitor(asked.source, node) || isFrom(asked, field(node, 'object'))
    case 'subscript':
      return isFrom(asked, field(node, 'value'))
    case 'call':
      return ofCall(asked, node)
    case 'string':
      return parts(node).some(each => each.type === 'interpolation' && isFrom(asked, field(each, 'expression')))
    case 'pair':
    case 'named_expression':
      return isFrom(asked, field(node, 'value'))
    case 'conditional_expression': {
      const [then, , otherwise] = parts(node)
      return isFrom(asked, then) || isFrom(asked, otherwise)
    }
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
      return isFrom(asked, field(node, 'body'))
    default:
      return false
  }
}

const isFrom = (asked: Question, node: SyntaxNode | undefined): boolean => {
  if (node === undefined) return false
  const known = asked.seen.get(node.id)
  if (known !== undefined) return known
  // What goes round comes from nowhere.
  asked.seen.set(node.id, false)
  if (asked.depth > deepest) return false
  asked.depth += 1
  const answer = ofNode(asked, node)
  asked.depth -= 1
  asked.seen.set(node.id, answer)
  return answer
}

/**
 * Whether a visitor of a service has a say in an expression: through assignments, f-strings, joins and calls that hand on what they are
 * given, inside one function. Stopped by what makes it harmless (a number, an escape, a quote) and by a judgement before the place.
 * It does not follow calls of the project's own functions, nor attributes: what it says is seldom wrong, and not everything.
 */
export const isFromOutside = (source: Source, node: SyntaxNode | undefined, segments = true): boolean =>
  node !== undefined && isFrom({ source, sink: node.startIndex, segments, seen: new Map(), depth: 0 }, node)
