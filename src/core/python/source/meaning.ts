import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { builtinClasses, builtinFunctions } from '../stdlib.ts'
import { madeBy, madeByCalling } from './factories.ts'
import type { Binding, Scope } from './scopes.ts'
import type { Source } from './source.ts'

/** Aliases of aliases end somewhere; code that is made to go round does too. */
const deepest = 6

/** Where a name that is used at a place is bound: the nearest scope that has it, as Python looks for it. */
export const bindingsAt = (
  source: Source,
  name: string,
  index: number,
): { readonly scope: Scope; readonly bindings: readonly Binding[] } | undefined => {
  let nearest = true
  for (let scope: Scope | undefined = source.scopeAt(index); scope !== undefined; scope = scope.around) {
    // What a class's body binds is not seen by the functions in it.
    const seen = nearest || scope.kind !== 'class'
    if (scope.kind !== 'comprehension') nearest = false
    if (!seen || scope.borrowed.has(name)) continue
    const bindings = scope.names.get(name)
    if (bindings !== undefined) return { scope, bindings }
  }
  return undefined
}

const ownName = (source: Source, scope: Scope, name: string): string | undefined => {
  const around = scope.kind === 'module' ? source.module : undefined
  return around === undefined || around === '' ? undefined : `${around}.${name}`
}

const ofIdentifier = (source: Source, node: SyntaxNode, depth: number): string | undefined => {
  const name = node.text
  const found = bindingsAt(source, name, node.startIndex)
  if (found === undefined)
    return builtinFunctions.has(name) || builtinClasses.has(name) ? `builtins.${name}` : undefined
  const { scope, bindings } = found
  const [first] = bindings
  if (first === undefined) return undefined
  // `try: import a except ImportError: a = None`: what it means where it means anything.
  const targets = new Set(bindings.flatMap(each => (each.target === undefined ? [] : [each.target])))
  if (targets.size > 0)
    return bindings.every(each => each.kind === 'import' || isNone(each)) ? [...targets][0] : undefined
  if (bindings.every(each => each.kind === first.kind) && (first.kind === 'function' || first.kind === 'class'))
    return ownName(source, scope, name)
  const [only, another] = bindings
  if (another !== undefined || only?.kind !== 'assignment' || only.value === undefined) return undefined
  return /^(?:identifier|attribute)$/.test(only.value.type) ? nameAt(source, only.value, depth + 1) : undefined
}

const isNone = ({ value }: Binding): boolean => value?.type === 'none'

const nameAt = (source: Source, node: SyntaxNode | undefined, depth: number): string | undefined => {
  if (node === undefined || depth > deepest) return undefined
  if (node.type === 'identifier') return ofIdentifier(source, node, depth)
  if (node.type === 'parenthesized_expression' || node.type === 'type') {
    const [inside] = parts(node)
    return nameAt(source, inside, depth)
  }
  if (node.type !== 'attribute') return undefined
  const owner = nameAt(source, field(node, 'object'), depth)
  return owner === undefined ? undefined : `${owner}.${field(node, 'attribute')?.text ?? ''}`
}

/** See {@link Source.nameOf}. */
export const nameOf = (source: Source, node: SyntaxNode | undefined): string | undefined => nameAt(source, node, 0)

/** Types that only say how another one is used. */
const wrappers = /(?:^|\.)(?:Optional|Annotated|Final|ClassVar|Required|NotRequired|ReadOnly)$/

/** `SessionDep = Annotated[Session, …]`: what a name for a longer annotation stands for. */
const ofAlias = (source: Source, node: SyntaxNode, depth: number): string | undefined => {
  const [only, another] = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
  const isAlias = only?.kind === 'assignment' && another === undefined && only.value?.type === 'subscript'
  return isAlias && only.value !== undefined && depth < deepest
    ? ofAnnotation(source, only.value, depth + 1)
    : undefined
}

/** The class that an annotation names; of a union with `None` the other side. */
const ofAnnotation = (source: Source, node: SyntaxNode | undefined, depth = 0): string | undefined => {
  if (node === undefined) return undefined
  switch (node.type) {
    case 'type':
      return ofAnnotation(source, parts(node)[0], depth)
    case 'identifier':
    case 'attribute':
      return nameOf(source, node) ?? ofAlias(source, node, depth)
    case 'binary_operator': {
      const sides = [field(node, 'left'), field(node, 'right')].filter(
        each => each !== undefined && each.type !== 'none',
      )
      return sides.length === 1 ? ofAnnotation(source, sides[0], depth) : undefined
    }
    case 'generic_type':
    case 'subscript': {
      const [owner, ...rest] = parts(node)
      const name = nameOf(source, owner)
      if (name === undefined || !wrappers.test(name)) return name
      const [first] = rest.flatMap(each => (each.type === 'type_parameter' ? parts(each) : [each]))
      return ofAnnotation(source, first, depth)
    }
    default:
      return undefined
  }
}

/** A call makes an instance of what it calls, when that is called as classes are. */
const ofValue = (source: Source, node: SyntaxNode | undefined, depth: number): string | undefined => {
  if (node === undefined || depth > deepest) return undefined
  if (node.type === 'await' || node.type === 'parenthesized_expression')
    return ofValue(source, parts(node)[0], depth + 1)
  if (node.type === 'call') {
    const called = nameOf(source, field(node, 'function'))
    const made = called === undefined ? undefined : madeBy.get(called)
    if (made !== undefined) return made
    const last = called?.slice(called.lastIndexOf('.') + 1) ?? ''
    if (/^_*[A-Z]/.test(last) && called !== undefined) return madeByCalling.get(called) ?? called
    return builtinClasses.has(last)
      ? called
      : madeByCalling.get(ofValue(source, field(node, 'function'), depth + 1) ?? '')
  }
  return instanceAt(source, node, depth + 1)
}

const ofBinding = (source: Source, binding: Binding, depth: number): string | undefined =>
  binding.annotation === undefined ? ofValue(source, binding.value, depth) : ofAnnotation(source, binding.annotation)

/** `self.x` is what some method of the class assigns to it. */
const ofAttribute = (source: Source, node: SyntaxNode, depth: number): string | undefined => {
  const owner = source.classAround(node)
  if (owner === undefined || field(node, 'object')?.text !== 'self') return undefined
  const assignments = owner
    .descendantsOfType('assignment')
    .filter(each => each !== null)
    .filter(each => field(each, 'left')?.text === node.text)
  const kinds = new Set(
    assignments.map(each => {
      const annotation = field(each, 'type')
      return annotation === undefined
        ? ofValue(source, field(each, 'right'), depth + 1)
        : ofAnnotation(source, annotation)
    }),
  )
  return kinds.size === 1 ? [...kinds][0] : undefined
}

const instanceAt = (source: Source, node: SyntaxNode | undefined, depth: number): string | undefined => {
  if (node === undefined || depth > deepest) return undefined
  if (node.type === 'attribute') return ofAttribute(source, node, depth)
  if (node.type === 'call') return ofValue(source, node, depth)
  if (node.type !== 'identifier') return undefined
  const found = bindingsAt(source, node.text, node.startIndex)
  const kinds = new Set((found?.bindings ?? []).map(each => ofBinding(source, each, depth)))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

/** See {@link Source.instanceOf}. */
export const instanceOf = (source: Source, node: SyntaxNode | undefined): string | undefined =>
  instanceAt(source, node, 0)
