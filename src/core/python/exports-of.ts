import type { SyntaxNode } from '../../ports/grammar.ts'
import type { Condition } from './condition.ts'
import { constantString } from './constant-strings.ts'
import type { ExportStep } from './interface.ts'
import { field, parts } from './nodes.ts'

interface Said {
  readonly names: readonly string[]
  readonly of: readonly string[]
  readonly open?: true
}

const open: Said = { names: [], of: [], open: true }

const joined = (all: readonly Said[]): Said => ({
  names: all.flatMap(each => each.names),
  of: all.flatMap(each => each.of),
  ...(all.some(each => each.open) && { open: true }),
})

/** The names that an expression gives: strings, lists of them, `other.__all__`, sums and unpackings of these. */
const saidIn = (node: SyntaxNode | undefined): Said => {
  if (!node) return open
  const text = constantString(node)
  if (text !== undefined) return { names: [text], of: [] }
  const inside = parts(node)
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return joined(inside.map(saidIn))
    case 'list_splat':
    case 'parenthesized_expression':
      return saidIn(inside[0])
    case 'binary_operator':
      return node.children.some(each => each?.type === '+') ? joined(inside.map(saidIn)) : open
    case 'attribute': {
      const of = field(node, 'object')
      return of && field(node, 'attribute')?.text === '__all__' ? { names: [], of: [of.text] } : open
    }
    case 'call': {
      const [given, ...more] = parts(field(node, 'arguments') ?? node)
      return more.length === 0 && /^(?:list|tuple|sorted|set)$/.test(field(node, 'function')?.text ?? '')
        ? saidIn(given)
        : open
    }
    // `other.__all__` under a name of its own is rare; what is no string is not known.
    default:
      return open
  }
}

const methods: Readonly<Record<string, ExportStep['does']>> = { extend: 'add', append: 'add', remove: 'remove' }

const step = (does: ExportStep['does'], said: Said, when: Condition | undefined): ExportStep => ({
  does,
  ...said,
  ...(when && { when }),
})

/** What one expression statement does to `__all__`; undefined when it is about something else. */
export const exportStepOf = (statement: SyntaxNode, when: Condition | undefined): ExportStep | undefined => {
  const [expression] = parts(statement)
  if (!expression) return undefined
  if (expression.type === 'assignment' && field(expression, 'left')?.text === '__all__')
    return step('set', saidIn(field(expression, 'right')), when)
  if (expression.type === 'augmented_assignment' && field(expression, 'left')?.text === '__all__')
    return step('add', saidIn(field(expression, 'right')), when)
  if (expression.type !== 'call') return undefined
  const [, method] = /^__all__\.(\w+)$/.exec(field(expression, 'function')?.text ?? '') ?? []
  if (method === undefined) return undefined
  const does = methods[method]
  const [given] = parts(field(expression, 'arguments') ?? expression)
  return does ? step(does, saidIn(given), when) : undefined
}
