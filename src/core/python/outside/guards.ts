import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import type { Scope } from '../source/scopes.ts'
import type { Source } from '../source/source.ts'

/** Methods and functions that hold a value against something. */
const judging =
  /^(?:startswith|isalnum|isdigit|isnumeric|isdecimal|isalpha|isidentifier|is_relative_to|relative_to|match|fullmatch|search|commonpath|commonprefix|ip_address|is_safe\w*|url_has_allowed_host_and_scheme)$|valid|allow|safe|sanit|check|verify|verif|permitted|whitelist|authori|ensure|must_be|restrict/i

/** What of a taken address tells whether it leads elsewhere. */
const addressed = /^(?:netloc|hostname|scheme|is_private|is_global|is_loopback|parents?)$/

const nothing = /^(?:none|true|false|integer|float)$/

const isEmptyText = (node: SyntaxNode): boolean => node.type === 'string' && /^[a-z]*(['"]{1,3})\1$/i.test(node.text)

/** Nodes in which a value is held against something that is worth the name. */
const isJudgement = (node: SyntaxNode): boolean => {
  if (node.type === 'comparison_operator') {
    const sides = parts(node)
    const operators = node.children.flatMap(each => (each === null || each.isNamed ? [] : [each.type]))
    if (operators.some(each => /^(?:is|is not|<|>|<=|>=)$/.test(each))) return false
    return !sides.some(each => nothing.test(each.type) || isEmptyText(each))
  }
  if (node.type === 'call') {
    const called = field(node, 'function')
    return judging.test((called?.type === 'attribute' ? field(called, 'attribute') : called)?.text ?? '')
  }
  return node.type === 'attribute' && addressed.test(field(node, 'attribute')?.text ?? '')
}

const identifiers = (node: SyntaxNode): readonly string[] =>
  node.descendantsOfType('identifier').flatMap(each => (each === null ? [] : [each.text]))

/** Where a value is judged, and by which names. */
interface Guard {
  readonly index: number
  readonly names: ReadonlySet<string>
}

/** The names that a name was made of, and those that these were made of. */
const madeOf = (scope: Scope, names: readonly string[]): ReadonlySet<string> => {
  const all = new Set(names)
  // Two steps: `parsed = urlparse(url)`, and `target = base / name` before its `resolved = target.resolve()`.
  for (let step = 0; step < 2; step += 1) {
    const before = [...all]
    for (const name of before)
      for (const { value } of scope.names.get(name) ?? [])
        if (value !== undefined) for (const each of identifiers(value)) all.add(each)
  }
  return all
}

const known = new WeakMap<Source, Map<number, readonly Guard[]>>()

const guardsIn = (source: Source, scope: Scope): readonly Guard[] => {
  const byScope = known.get(source) ?? new Map<number, readonly Guard[]>()
  known.set(source, byScope)
  const before = byScope.get(scope.node.id)
  if (before !== undefined) return before
  const found = scope.node
    .descendantsOfType([
      'if_statement',
      'elif_clause',
      'conditional_expression',
      'assert_statement',
      'expression_statement',
      'while_statement',
      'match_statement',
    ])
    .flatMap((each): readonly Guard[] => {
      if (each === null) return []
      if (each.type === 'match_statement')
        return [{ index: each.startIndex, names: madeOf(scope, fieldNames(each, 'subject')) }]
      const condition =
        each.type === 'conditional_expression' ? parts(each)[1] : (field(each, 'condition') ?? parts(each)[0])
      if (condition === undefined) return []
      const isCall = each.type === 'expression_statement'
      // A statement that is a call judges by raising: `validate(url)`, `path.relative_to(base)`.
      if (isCall && condition.type !== 'call' && condition.type !== 'await') return []
      const nodes = isCall
        ? [condition.type === 'await' ? (parts(condition)[0] ?? condition) : condition]
        : condition.descendantsOfType(['comparison_operator', 'call', 'attribute'])
      const names = nodes.flatMap(node => (node !== null && isJudgement(node) ? identifiers(node) : []))
      return names.length === 0 ? [] : [{ index: each.startIndex, names: madeOf(scope, names) }]
    })
  byScope.set(scope.node.id, found)
  return found
}

const fieldNames = (node: SyntaxNode, name: string): readonly string[] => {
  const found = field(node, name)
  return found === undefined ? [] : identifiers(found)
}

/** Whether the function has judged a name, or what it is made of, before a place. */
export const isJudged = (source: Source, scope: Scope, name: string, index: number): boolean =>
  guardsIn(source, scope).some(each => each.index < index && each.names.has(name))
