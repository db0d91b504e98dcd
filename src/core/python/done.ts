import type { SyntaxNode } from '../../ports/grammar.ts'
import { field, parts } from './nodes.ts'

/** What can be held against somebody's word that a file is done. */
export interface Done {
  readonly defines: ReadonlySet<string>
  readonly hollow: boolean
  readonly stubs: readonly string[]
  readonly functions: number
  readonly tests: ReadonlyMap<string, boolean>
}

const isDocstring = (node: SyntaxNode): boolean =>
  node.type === 'expression_statement' && parts(node)[0]?.type === 'string'

/** `pass`, `...`, a docstring, `raise NotImplementedError(…)`. */
const isNothing = (node: SyntaxNode): boolean => {
  if (node.type === 'pass_statement' || isDocstring(node)) return true
  if (node.type === 'expression_statement') return parts(node)[0]?.type === 'ellipsis'
  return node.type === 'raise_statement' && /^raise\s+NotImplementedError\b/.test(node.text)
}

/** Bodies that are empty on purpose. */
const isDeclared = (decorators: string, owner: SyntaxNode | undefined): boolean =>
  /abstractmethod|overload/.test(decorators) ||
  /\b(?:Protocol|ABC|ABCMeta|TypedDict)\b/.test(owner === undefined ? '' : (field(owner, 'superclasses')?.text ?? ''))

const raising = /^(?:raises|warns|fail|deprecated_call|approx)$|^assert|^expect|^verify|^check_|^should/

const asserts = (body: SyntaxNode): boolean =>
  body
    .descendantsOfType(['assert_statement', 'call'])
    .some(
      node =>
        node !== null &&
        (node.type === 'assert_statement' || raising.test(field(node, 'function')?.text.split('.').at(-1) ?? '')),
    )

/** Reads off a file what it defines, what of it does nothing, and which of its tests assert something. */
export const doneOf = (root: SyntaxNode): Done => {
  const defines = new Set<string>()
  const stubs: string[] = []
  const tests = new Map<string, boolean>()
  let functions = 0
  let hollow = true
  const read = (scope: SyntaxNode, owner: SyntaxNode | undefined, prefix: string): void => {
    for (const statement of parts(scope)) {
      const isDecorated = statement.type === 'decorated_definition'
      const node = isDecorated ? (field(statement, 'definition') ?? statement) : statement
      const decorators = isDecorated
        ? parts(statement)
            .filter(each => each.type === 'decorator')
            .map(each => each.text)
            .join(' ')
        : ''
      if (
        !isDocstring(statement) &&
        !/^(?:import|future_import)|_import|^import_from/.test(statement.type) &&
        statement.type !== 'pass_statement'
      )
        hollow = false
      const name = `${prefix}${field(node, 'name')?.text ?? ''}`
      const body = field(node, 'body')
      if (node.type === 'class_definition' && body !== undefined) {
        defines.add(name)
        read(body, node, `${name}.`)
      } else if (node.type === 'function_definition' && body !== undefined) {
        defines.add(name)
        functions += 1
        if (parts(body).every(isNothing) && !isDeclared(decorators, owner)) stubs.push(name)
        if (field(node, 'name')?.text.startsWith('test') === true) tests.set(name, asserts(body))
      } else if (/^(?:if|try|with|for|while)_statement$/.test(node.type)) {
        for (const part of parts(node)) {
          if (part.type === 'block') read(part, owner, prefix)
          else for (const block of parts(part)) if (block.type === 'block') read(block, owner, prefix)
        }
      } else if (node.type === 'expression_statement' || node.type === 'type_alias_statement') {
        for (const each of parts(node)) {
          const left = each.type === 'assignment' ? field(each, 'left') : undefined
          if (left?.type === 'identifier') defines.add(`${prefix}${left.text}`)
        }
      }
    }
  }
  read(root, undefined, '')
  return { defines, hollow, stubs, functions, tests }
}
