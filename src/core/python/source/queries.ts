import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { argument } from './arguments.ts'
import { isFixed } from './fixed.ts'
import { bindingsAt } from './meaning.ts'
import type { Source } from './source.ts'

/** Methods of connections, cursors, sessions and managers that run the SQL that they are given. */
const running =
  /^(?:execute|executemany|executescript|execute_async|raw|read_sql|read_sql_query|exec_driver_sql|fetch|fetchrow|fetchval|fetch_all|fetch_one|fetch_val|iterate|cursor|prepare|mogrify|copy_expert|query|run)$/

/** Functions that make a text into SQL that is run as it is. */
const making =
  /^(?:sqlalchemy\.(?:sql\.(?:expression\.)?)?text|pandas\.read_sql(?:_query)?|django\.db\.models\.expressions\.RawSQL)$/

const verbs =
  /^[\s(]*(?:--[^\n]*\n\s*)?(?:select\s|insert\s+(?:or\s+\w+\s+)?into\s|update\s|delete\s+from\s|with\s+\w|create\s|drop\s|alter\s|grant\s|revoke\s|truncate\s|merge\s+into\s|replace\s+into\s|call\s|exec\s|explain\s|lock\s+table|copy\s|show\s|pragma\s|vacuum\s|attach\s)/i

/** The fixed text with which an expression begins. */
const beginsWith = (source: Source, node: SyntaxNode | undefined): string => {
  if (node === undefined) return ''
  const constant = source.constant(node)
  if (constant !== undefined) return constant
  switch (node.type) {
    case 'string': {
      const [first] = parts(node).filter(each => /^(?:string_content|interpolation)$/.test(each.type))
      return first?.type === 'string_content' ? first.text : ''
    }
    case 'concatenated_string':
    case 'parenthesized_expression':
      return beginsWith(source, parts(node)[0])
    case 'binary_operator':
      return beginsWith(source, field(node, 'left'))
    case 'call':
      return beginsWith(source, field(field(node, 'function') ?? node, 'object'))
    default:
      return ''
  }
}

const isBuilt = (node: SyntaxNode): boolean => {
  if (node.type === 'parenthesized_expression') return parts(node).some(isBuilt)
  if (node.type === 'binary_operator') return /^[+%]$/.test(field(node, 'operator')?.type ?? '')
  if (node.type === 'call') {
    const called = field(node, 'function')
    return called?.type === 'attribute' && /^(?:format|join|replace)$/.test(field(called, 'attribute')?.text ?? '')
  }
  return /^(?:string|concatenated_string)$/.test(node.type) && node.descendantsOfType('interpolation').length > 0
}

/** A query that is put together of what is not fixed, where an expression makes it or what it names was given it before. */
const builtQuery = (source: Source, node: SyntaxNode | undefined, depth = 0): SyntaxNode | undefined => {
  if (node === undefined || depth > 3) return undefined
  if (node.type === 'identifier') {
    const { bindings = [], scope } = bindingsAt(source, node.text, node.startIndex) ?? {}
    const before = bindings.filter(each => scope?.kind !== 'function' || each.node.endIndex <= node.startIndex)
    // `query += …` and the last of several: what was added, and what it was added to.
    const added = before.some(
      ({ node: each }) => each.type === 'augmented_assignment' && !isFixed(source, field(each, 'right')),
    )
    for (const { value } of before.toReversed()) {
      const found = builtQuery(source, value, depth + 1)
      if (found !== undefined) return found
      if (added && value !== undefined && verbs.test(beginsWith(source, value))) return value
    }
    return undefined
  }
  // `text(…)` in the call, or by a name: told where the text becomes SQL.
  if (node.type === 'call' && making.test(source.callee(node) ?? '')) return undefined
  return isBuilt(node) && verbs.test(beginsWith(source, node)) && !isFixed(source, node) ? node : undefined
}

const queryOf = (source: Source, call: SyntaxNode): SyntaxNode | undefined => {
  const called = field(call, 'function')
  const name = called?.type === 'attribute' ? field(called, 'attribute')?.text : called?.text
  if (name === undefined || !(running.test(name) || /text|RawSQL|read_sql/.test(name))) return undefined
  if (!making.test(source.callee(call) ?? '') && called?.type !== 'attribute') return undefined
  return argument(call, 0, 'query') ?? argument(call, undefined, 'sql') ?? argument(call, undefined, 'statement')
}

/** The query that a call runs, when it is SQL that is put together of what is not fixed. */
export const unfixedQuery = (source: Source, call: SyntaxNode): SyntaxNode | undefined =>
  builtQuery(source, queryOf(source, call))

/** Changes of a schema are run by hand, on names and rows of the project's own: nobody outside has a say in their SQL. */
export const isMigration = (path: string): boolean => /(?:^|\/)(?:migrations|alembic|revisions)\//.test(path)

const executed = new WeakMap<Source, ReadonlySet<number>>()

/** Whether a text that is put together is run as a query somewhere in its file, so that it is told there. */
export const isRunAsQuery = (source: Source, text: SyntaxNode): boolean => {
  let known = executed.get(source)
  if (known === undefined) {
    const calls = source.root.descendantsOfType('call').flatMap(each => (each === null ? [] : [each]))
    known = new Set(calls.flatMap(each => unfixedQuery(source, each)?.startIndex ?? []))
    executed.set(source, known)
  }
  return known.has(text.startIndex)
}
