import type { SyntaxNode } from '../../ports/grammar.ts'
import { annotationText } from './annotation.ts'
import type { Condition } from './condition.ts'
import { constantString } from './constant-strings.ts'
import { expressionText } from './expression-text.ts'
import type { ClassMember, Member, ValueMember } from './interface.ts'
import { field, lineOf, parts } from './nodes.ts'
import { parametersOf } from './parameters.ts'

const isDotted = (node: SyntaxNode): boolean =>
  node.type === 'identifier' || (node.type === 'attribute' && /^[\w.]+$/.test(node.text))

/** How a value is made, as far as its text tells. */
const makingOf = (right: SyntaxNode | undefined): Partial<ValueMember> => {
  if (!right || right.type === 'assignment') return {}
  const value = expressionText(right)
  if (isDotted(right)) return { value, alias: right.text }
  const called = right.type === 'call' ? field(right, 'function') : undefined
  if (called && isDotted(called)) {
    const args = parts(field(right, 'arguments') ?? right).map(expressionText)
    return { value, made: { by: called.text, args } }
  }
  if (right.type !== 'lambda') return { value }
  const parameters = field(right, 'parameters')
  return { value, takes: parameters ? parametersOf(parameters) : [] }
}

const fieldNames = (given: SyntaxNode | undefined): readonly string[] => {
  if (!given) return []
  const one = constantString(given)
  if (one !== undefined) return one.split(/[\s,]+/).filter(Boolean)
  if (!['list', 'tuple'].includes(given.type)) return []
  return parts(given).flatMap(each => constantString(each.type === 'tuple' ? (parts(each)[0] ?? each) : each) ?? [])
}

/** The fields that `namedtuple('X', 'a b')` or `NamedTuple('X', [('a', int)])` gives to a class; undefined for another call. */
export const namedTupleFields = (call: SyntaxNode | undefined): readonly string[] | undefined => {
  if (call?.type !== 'call' || !/(?:^|\.)(?:namedtuple|NamedTuple)$/.test(field(call, 'function')?.text ?? ''))
    return undefined
  const args = parts(field(call, 'arguments') ?? call)
  const named = args.find(
    each => each.type === 'keyword_argument' && /^(?:field_names|fields)$/.test(field(each, 'name')?.text ?? ''),
  )
  return fieldNames(named ? field(named, 'value') : args[1])
}

/** The members that stand for those fields. */
export const fieldMembers = (names: readonly string[], line: number): readonly ValueMember[] =>
  names.map(name => ({ kind: 'value', name, line }))

const namedTuple = (target: SyntaxNode, right: SyntaxNode | undefined): Omit<ClassMember, 'when'> | undefined => {
  const names = namedTupleFields(right)
  if (!names) return undefined
  const line = lineOf(target)
  return {
    kind: 'class',
    name: target.text,
    line,
    decorators: [],
    bases: ['NamedTuple'],
    members: fieldMembers(names, line),
  }
}

const targetsOf = (left: SyntaxNode | undefined): readonly SyntaxNode[] => {
  if (!left) return []
  if (!/^(?:pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(left.type)) return [left]
  return parts(left).flatMap(targetsOf)
}

/** What one assignment binds, chained ones too, of the targets that `nameOf` gives a name. */
export const valuesOf = (
  assignment: SyntaxNode,
  nameOf: (target: SyntaxNode) => string | undefined,
  when: Condition | undefined,
): readonly Member[] => {
  const left = field(assignment, 'left')
  const right = field(assignment, 'right')
  const last = right?.type === 'assignment' ? lastOf(right) : right
  const type = field(assignment, 'type')
  const targets = targetsOf(left)
  const isAlone = targets.length === 1 && targets[0]?.startIndex === left?.startIndex && left?.type !== 'pattern_list'
  const own = targets.flatMap((target): readonly Member[] => {
    const name = nameOf(target)
    if (name === undefined) return []
    const tuple = isAlone && target.type === 'identifier' ? namedTuple(target, last) : undefined
    if (tuple) return [{ ...tuple, ...(when && { when }) }]
    return [
      {
        kind: 'value',
        name,
        line: lineOf(target),
        ...(type && { annotation: annotationText(type) }),
        ...(isAlone && makingOf(last)),
        ...(when && { when }),
      },
    ]
  })
  return right?.type === 'assignment' ? [...own, ...valuesOf(right, nameOf, when)] : own
}

/** `a = b = 1` is an assignment inside an assignment. */
const lastOf = (assignment: SyntaxNode): SyntaxNode | undefined => {
  const right = field(assignment, 'right')
  return right?.type === 'assignment' ? lastOf(right) : right
}

/** The name of a target that is one. */
export const plainName = (target: SyntaxNode): string | undefined =>
  target.type === 'identifier' ? target.text : undefined

/** What a method sets on its receiver; nested functions have another one. */
export const instanceValues = (body: SyntaxNode, receiver: string): readonly ValueMember[] => {
  const nameOf = (target: SyntaxNode) =>
    target.type === 'attribute' && field(target, 'object')?.text === receiver
      ? field(target, 'attribute')?.text
      : undefined
  return parts(body).flatMap((child): readonly ValueMember[] => {
    if (child.type === 'function_definition' || child.type === 'class_definition' || child.type === 'lambda') return []
    if (child.type !== 'assignment') return instanceValues(child, receiver)
    return valuesOf(child, nameOf, undefined)
      .filter(each => each.kind === 'value')
      .map(({ kind, name, line, annotation }) => ({
        kind,
        name,
        line,
        ...(annotation !== undefined && { annotation }),
        onInstance: true as const,
      }))
  })
}
