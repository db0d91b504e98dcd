import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { bindingsAt } from './meaning.ts'
import type { Source } from './source.ts'

const snake = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

/** Names of which the value is a secret. A bare `token` is not among them: most are words of a language that is being read. */
const secrets =
  /(?:^|_)(?:[a-z]*passw(?:or)?d|passphrase|pwd|secret|(?:api|secret|private|access|signing|encryption)_?key|(?:access|auth|refresh|bearer|id|api|session|jwt|oauth|personal_access|bot)_token|client_secret|connection_string)s?$/

/** What is asked about it, not it itself. */
const questions =
  /^(?:is|has|use|no|needs?|requires?|forgot|change|reset|check|verify|validate|show|hide|ask|prompt|missing|invalid|wrong|bad|num|len|public|with|without|get|set|update|delete|create|generate|rotate)_/

const holdsSecret = (name: string): boolean => secrets.test(snake(name)) && !questions.test(snake(name))

/** Calls that hand on what they are given as it is; of any other nobody knows what comes back. */
const showing = /^(?:builtins\.(?:str|repr|format|bytes|dict|list|tuple|ascii|vars)|json\.dumps|pprint\.pformat)$/

const ofCall = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  const called = field(node, 'function')
  const method = called?.type === 'attribute' ? field(called, 'attribute')?.text : undefined
  if (method === 'get_secret_value') return node
  const given = field(node, 'arguments')
  const all = given === undefined ? [] : parts(given)
  if (method === 'get' && all[0] !== undefined && holdsSecret(source.constant(all[0]) ?? '')) return node
  if (method === 'format' || method === 'join' || showing.test(source.callee(node) ?? ''))
    return firstOf(
      source,
      all.map(each => field(each, 'value') ?? each),
    )
  return undefined
}

/** A value that is written down is found where it is written; a function of such a name is none. */
const isVariable = (source: Source, node: SyntaxNode): boolean => {
  if (source.constant(node) !== undefined) return false
  const bindings = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
  return bindings.every(each => each.kind !== 'function' && each.kind !== 'class' && each.kind !== 'import')
}

const firstOf = (source: Source, nodes: readonly SyntaxNode[]): SyntaxNode | undefined => {
  for (const each of nodes) {
    const found = shownSecret(source, each)
    if (found !== undefined) return found
  }
  return undefined
}

/** Everything in the environment, and headers with `Authorization` among them. */
const whole = /^(?:os\.environ|flask\.request\.(?:headers|cookies))$/

/** The first secret that a text made of an expression would show; undefined where it shows none that can be told by its name. */
export const shownSecret = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  switch (node.type) {
    case 'identifier':
      return holdsSecret(node.text) && isVariable(source, node) ? node : undefined
    case 'attribute': {
      const name = field(node, 'attribute')?.text ?? ''
      if (whole.test(source.nameOf(node) ?? '')) return node
      // `ErrorCode.WRONG_PASSWORD` and `Field.PASSWORD` are names.
      return holdsSecret(name) && name !== name.toUpperCase() ? node : undefined
    }
    case 'subscript': {
      const key = source.constant(field(node, 'subscript'))
      return key !== undefined && holdsSecret(key) ? node : undefined
    }
    case 'call':
      return ofCall(source, node)
    case 'string':
      return firstOf(
        source,
        parts(node).flatMap(each => (each.type === 'interpolation' ? (field(each, 'expression') ?? []) : [])),
      )
    case 'binary_operator':
    case 'parenthesized_expression':
    case 'concatenated_string':
    case 'tuple':
    case 'list':
    case 'dictionary':
      return firstOf(source, parts(node))
    case 'pair':
    case 'keyword_argument': {
      const value = field(node, 'value')
      return value === undefined ? undefined : shownSecret(source, value)
    }
    case 'conditional_expression': {
      const [then, , otherwise] = parts(node)
      return firstOf(
        source,
        [then, otherwise].flatMap(each => each ?? []),
      )
    }
    default:
      return undefined
  }
}
