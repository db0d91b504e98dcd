import type { SyntaxNode } from '../../../ports/grammar.ts'
import { moduleOf } from '../modules.ts'
import { isInTests } from '../test-file.ts'
import { constantText } from './constants.ts'
import { instanceOf, nameOf } from './meaning.ts'
import { type Scope, scopesOf } from './scopes.ts'

/** A parsed file, and what its names mean. It lives as long as its tree. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly root: SyntaxNode
  /** Its dotted name, when it is a module: `src/shop/api.py` → `shop.api`. */
  readonly module: string | undefined
  readonly isTest: boolean
  /** The text of a line, 1-based. */
  readonly line: (number: number) => string
  /** The scope that a character lies in. */
  readonly scopeAt: (index: number) => Scope
  /**
   * The full dotted name that an expression means, through imports and plain aliases: after `from fastapi import APIRouter as R`, `R`
   * is `fastapi.APIRouter`. Built-in names are `builtins.open`; what the file defines itself is told with its module. Undefined where
   * that cannot be told.
   */
  readonly nameOf: (expression: SyntaxNode | undefined) => string | undefined
  /** The full name of the class of which an expression is an instance, by its one assignment, its annotation or its `with`. */
  readonly instanceOf: (expression: SyntaxNode | undefined) => string | undefined
  /** What a call calls: {@link nameOf} of it, or for a method the class that it belongs to: `sqlalchemy.orm.Session.query`. */
  readonly callee: (call: SyntaxNode) => string | undefined
  /** The text that an expression always has, through names that are bound once; undefined when it is not known. */
  readonly constant: (expression: SyntaxNode | undefined) => string | undefined
  /** The innermost function (not lambda) around a node, itself excluded. */
  readonly functionAround: (node: SyntaxNode) => SyntaxNode | undefined
  /** The innermost class around a node, itself excluded. */
  readonly classAround: (node: SyntaxNode) => SyntaxNode | undefined
  /** The functions and classes around a node, dotted. */
  readonly symbolAt: (node: SyntaxNode) => string | undefined
}

const within = (scope: Scope | undefined, kind: Scope['kind'], node: SyntaxNode): SyntaxNode | undefined => {
  if (scope === undefined) return undefined
  return scope.kind === kind && scope.node.id !== node.id ? scope.node : within(scope.around, kind, node)
}

/** The innermost of some scopes, in the order of their beginnings, that a character lies in. */
const around = (scopes: readonly Scope[], index: number): Scope => {
  let [low, high] = [0, scopes.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((scopes[middle] as Scope).start <= index) low = middle
    else high = middle - 1
  }
  let scope = scopes[low] as Scope
  // They are nested: what ended before it lies in one that has not.
  while (index >= scope.end && scope.around !== undefined) scope = scope.around
  return scope
}

/** The model of one parsed file. Scopes are worked out when something first asks for a name. */
export const sourceOf = (root: SyntaxNode, path: string, text: string): Source => {
  let known: readonly Scope[] | undefined
  let lines: readonly string[] | undefined
  const scopes = (): readonly Scope[] => (known ??= scopesOf(root, path))
  const scopeAt = (index: number): Scope => around(scopes(), index)
  const callees = new Map<number, string | undefined>()
  const calleeOf = (call: SyntaxNode): string | undefined => {
    const called = call.childForFieldName('function') ?? undefined
    const name = nameOf(source, called)
    if (name !== undefined || called?.type !== 'attribute') return name
    const owner = instanceOf(source, called.childForFieldName('object') ?? undefined)
    return owner === undefined ? undefined : `${owner}.${called.childForFieldName('attribute')?.text ?? ''}`
  }
  const source: Source = {
    path,
    text,
    root,
    module: moduleOf(path),
    isTest: isInTests(path),
    line: number => (lines ??= text.split('\n'))[number - 1] ?? '',
    scopeAt,
    nameOf: expression => nameOf(source, expression),
    instanceOf: expression => instanceOf(source, expression),
    callee: call => {
      // Every rule about calls asks it of each of them.
      if (callees.has(call.id)) return callees.get(call.id)
      const name = calleeOf(call)
      callees.set(call.id, name)
      return name
    },
    constant: expression => constantText(source, expression),
    functionAround: node => within(scopeAt(node.startIndex), 'function', node),
    classAround: node => within(scopeAt(node.startIndex), 'class', node),
    symbolAt: node => {
      const names: string[] = []
      for (let scope: Scope | undefined = scopeAt(node.startIndex); scope !== undefined; scope = scope.around) {
        const name = scope.kind === 'function' || scope.kind === 'class' ? scope.node.childForFieldName('name') : null
        if (name) names.unshift(name.text)
      }
      return names.length === 0 ? undefined : names.join('.')
    },
  }
  return source
}
