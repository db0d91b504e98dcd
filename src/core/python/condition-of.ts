import type { SyntaxNode } from '../../ports/grammar.ts'
import type { Condition } from './condition.ts'
import { constantStrings } from './constant-strings.ts'
import { field, parts, tokens } from './nodes.ts'

const maybe: Condition = { is: 'maybe' }

const dotted = (node: SyntaxNode | undefined): string => node?.text.replaceAll(/\s+/g, '') ?? ''

const versionName = /^(?:sys\.)?version_info$/

/** `sys.version_info`, `sys.version_info[:2]`, `sys.version_info[0]`, `sys.version_info.major`: how many parts of it are meant. */
const versionParts = (node: SyntaxNode): { readonly parts?: number } | undefined => {
  if (versionName.test(dotted(node))) return {}
  if (/^(?:sys\.)?version_info\.major$/.test(dotted(node))) return { parts: 1 }
  if (node.type !== 'subscript' || !versionName.test(dotted(field(node, 'value')))) return undefined
  const written = (field(node, 'subscript')?.text ?? '').replaceAll(/\s+/g, '')
  if (written === '0' || written === ':1') return { parts: 1 }
  return written === ':2' ? { parts: 2 } : /^:\d$/.test(written) ? {} : undefined
}

const versionOf = (node: SyntaxNode): readonly number[] | undefined => {
  const numbers = (node.type === 'tuple' ? parts(node) : [node]).map(each =>
    each.type === 'integer' ? Number(each.text) : Number.NaN,
  )
  return numbers.length > 0 && numbers.every(Number.isSafeInteger) ? numbers : undefined
}

const systemOf = (node: SyntaxNode): 'platform' | 'os' | 'name' | undefined => {
  const text = dotted(node)
  if (/^(?:sys\.)?platform$/.test(text)) return 'platform'
  if (text === 'os.name') return 'os'
  return /^platform\.system\(\)$/.test(text) ? 'name' : undefined
}

const operatorOf = (node: SyntaxNode): string =>
  tokens(node)
    .filter(each => !each.isNamed)
    .map(each => each.text)
    .join(' ')

const isOrder = (text: string): text is '<' | '<=' | '>' | '>=' | '==' | '!=' => /^(?:[<>]=?|[=!]=)$/.test(text)

const mirrored = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' } as const

const negated = (condition: Condition, negate: boolean): Condition => (negate ? { not: condition } : condition)

const comparison = (node: SyntaxNode): Condition => {
  const [left, right, ...more] = parts(node)
  if (!left || !right || more.length > 0) return maybe
  const operator = operatorOf(node)
  for (const [subject, other, isTurned] of [
    [left, right, false],
    [right, left, true],
  ] as const) {
    const version = versionParts(subject)
    const numbers = versionOf(other)
    if (version && numbers && isOrder(operator))
      return { version: numbers, order: isTurned ? mirrored[operator] : operator, ...version }
    const system = systemOf(subject)
    const names = constantStrings(other)
    if (system && names && ['==', '!='].includes(operator) && names.length === 1)
      return negated({ system, oneOf: names }, operator === '!=')
    if (system && names && !isTurned && /^(?:not )?in$/.test(operator) && other.type !== 'string')
      return negated({ system, oneOf: names }, operator !== 'in')
  }
  // A module that is imported is never the program.
  if (dotted(left) === '__name__' && operator === '==') return { is: 'never' }
  return maybe
}

const startsWith = (node: SyntaxNode): Condition => {
  const called = field(node, 'function')
  const subject = called?.type === 'attribute' ? field(called, 'object') : undefined
  const system = subject && systemOf(subject)
  const names = parts(field(node, 'arguments') ?? node).map(constantStrings)
  const isPrefix = called !== undefined && dotted(called).endsWith('.startswith')
  return system && isPrefix && names.length === 1 && names[0] ? { system, oneOf: names[0], prefix: true } : maybe
}

/** What an `if` asks, as far as it can be told from the text; `known` are names that hold an answer. */
export const conditionOf = (
  node: SyntaxNode | undefined,
  known: ReadonlyMap<string, Condition> = new Map(),
): Condition => {
  if (!node) return maybe
  const of = (each: SyntaxNode | undefined) => conditionOf(each, known)
  switch (node.type) {
    case 'true':
      return { is: 'always' }
    case 'false':
      return { is: 'never' }
    case 'integer':
      return { is: Number(node.text) === 0 ? 'never' : 'always' }
    case 'parenthesized_expression':
      return of(parts(node)[0])
    case 'not_operator':
      return { not: of(field(node, 'argument')) }
    case 'boolean_operator': {
      const sides = [of(field(node, 'left')), of(field(node, 'right'))]
      return operatorOf(node) === 'and' ? { all: sides } : { any: sides }
    }
    case 'comparison_operator':
      return comparison(node)
    case 'call':
      return startsWith(node)
    case 'identifier':
    case 'attribute':
      return /^(?:[\w.]+\.)?TYPE_CHECKING$/.test(dotted(node))
        ? { is: 'type checking' }
        : (known.get(node.text) ?? maybe)
    default:
      return maybe
  }
}
