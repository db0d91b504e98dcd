import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, fields, lineOf, parts } from '../nodes.ts'
import { stringOf } from '../strings.ts'
import type { Located, LocatedValue } from './located.ts'

/** How far a name is followed to what it was bound to: a file may bind names in a circle. */
const deepest = 20

type Names = ReadonlyMap<string, SyntaxNode>

/** What the module's own level binds, once each: a name that is bound twice is whatever running would make of it. */
const boundOnce = (root: SyntaxNode): Names => {
  const found = new Map<string, SyntaxNode | undefined>()
  for (const statement of parts(root))
    for (const assignment of parts(statement).filter(each => each.type.endsWith('assignment'))) {
      const left = field(assignment, 'left')
      const right = field(assignment, 'right')
      if (left?.type === 'identifier' && right !== undefined)
        found.set(left.text, found.has(left.text) || assignment.type !== 'assignment' ? undefined : right)
    }
  return new Map([...found].flatMap(([name, node]) => (node === undefined ? [] : [[name, node] as const])))
}

const tableOf = (node: SyntaxNode, names: Names, depth: number): LocatedValue => {
  const table = new Map<string, Located>()
  for (const pair of parts(node)) {
    const key = pair.type === 'pair' ? field(pair, 'key') : undefined
    const value = pair.type === 'pair' ? field(pair, 'value') : undefined
    const name = key && valueOf(key, names, depth)
    // One entry that cannot be told may be anything, and take the place of any other.
    if (typeof name !== 'string' || value === undefined) return undefined
    table.set(name, { line: lineOf(pair), value: valueOf(value, names, depth) })
  }
  return table
}

/** `dict(a=1)` is a table; `find_packages(where="src")` is kept as a table that says where it looks. */
const calledTable = (node: SyntaxNode, names: Names, depth: number): LocatedValue => {
  const args = field(node, 'arguments')
  const called = field(node, 'function')?.text ?? ''
  if (args === undefined) return undefined
  if (called === 'dict') return keywordsOf(args, names, depth).table
  if (!/(?:^|\.)find_(?:namespace_)?packages$/.test(called)) return undefined
  const [first] = parts(args)
  const where = keywordsOf(args, names, depth).table.get('where')
  const plain = first === undefined || first.type === 'keyword_argument' ? undefined : valueOf(first, names, depth)
  const found: Located = where ?? { line: lineOf(node), value: typeof plain === 'string' ? plain : '.' }
  return new Map([['find', { line: lineOf(node), value: new Map([['where', found]]) }]])
}

const valueOf = (node: SyntaxNode, names: Names, depth: number): LocatedValue => {
  if (depth > deepest) return undefined
  switch (node.type) {
    case 'string':
    case 'concatenated_string':
      return stringOf(node)
    case 'integer':
    case 'float':
      return Number.isNaN(Number(node.text)) ? undefined : Number(node.text)
    case 'true':
      return true
    case 'false':
      return false
    case 'parenthesized_expression': {
      const [inner] = parts(node)
      return inner && valueOf(inner, names, depth + 1)
    }
    case 'list':
    case 'tuple':
    case 'set':
      return parts(node).map(each => ({ line: lineOf(each), value: valueOf(each, names, depth + 1) }))
    case 'dictionary':
      return tableOf(node, names, depth + 1)
    case 'call':
      return calledTable(node, names, depth + 1)
    case 'identifier': {
      const bound = names.get(node.text)
      return bound && valueOf(bound, names, depth + 1)
    }
    default:
      return undefined
  }
}

const keywordsOf = (args: SyntaxNode, names: Names, depth: number) => {
  const table = new Map<string, Located>()
  let open = false
  for (const each of parts(args)) {
    const key = each.type === 'keyword_argument' ? field(each, 'name') : undefined
    const value = each.type === 'keyword_argument' ? field(each, 'value') : undefined
    if (key !== undefined && value !== undefined)
      table.set(key.text, { line: lineOf(each), value: valueOf(value, names, depth) })
    else if (each.type === 'dictionary_splat') {
      const [splatted] = parts(each)
      const more = splatted && valueOf(splatted, names, depth)
      if (more instanceof Map) for (const [name, one] of more as ReadonlyMap<string, Located>) table.set(name, one)
      else open = true
    }
  }
  return { table, open }
}

/** The local names of `setup`: `from setuptools import setup as s`, or a module that has it. */
const isSetup = (called: string): boolean => /^(?:(?:setuptools|distutils\.core|core|skbuild)\.)?setup$/.test(called)

/** The arguments that a setup.py hands to `setup`. */
export interface SetupCall {
  readonly root: Located
  /** It is also handed what only running would tell (`**kwargs`): a key that is missing here may be there. */
  readonly open: boolean
}

const callsIn = (node: SyntaxNode): readonly SyntaxNode[] => [
  ...(node.type === 'call' && isSetup(field(node, 'function')?.text ?? '') ? [node] : []),
  ...parts(node).flatMap(callsIn),
]

/** Reads a setup.py as syntax; it is never run. Undefined where no `setup` is called. */
export const setupCall = (root: SyntaxNode): SetupCall | undefined => {
  const call = callsIn(root).at(-1)
  const [args] = call === undefined ? [] : fields(call, 'arguments')
  if (call === undefined || args === undefined) return undefined
  const { table, open } = keywordsOf(args, boundOnce(root), 0)
  return { root: { line: lineOf(call), value: table }, open }
}
