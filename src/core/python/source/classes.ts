import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import type { Source } from './source.ts'

const deepest = 8

/** The base classes of a class by their full names; one whose name cannot be followed is told as it is written. */
export const basesOf = (source: Source, definition: SyntaxNode): readonly string[] => {
  const list = field(definition, 'superclasses')
  return (list === undefined ? [] : parts(list)).flatMap(each => {
    if (each.type === 'keyword_argument' || each.type === 'list_splat' || each.type === 'dictionary_splat') return []
    const base = each.type === 'subscript' ? field(each, 'value') : each
    return base === undefined ? [] : [source.nameOf(base) ?? base.text]
  })
}

const classNamed = (source: Source, name: string): SyntaxNode | undefined => {
  const own = `${source.module ?? ''}.`
  const short = name.startsWith(own) ? name.slice(own.length) : name
  const [only, another] = source.scopeAt(0).names.get(short) ?? []
  return only?.kind === 'class' && another === undefined ? only.node : undefined
}

const derives = (source: Source, definition: SyntaxNode, isRoot: (base: string) => boolean, depth: number): boolean =>
  depth < deepest &&
  basesOf(source, definition).some(base => {
    if (isRoot(base)) return true
    const above = classNamed(source, base)
    return above !== undefined && above.id !== definition.id && derives(source, above, isRoot, depth + 1)
  })

/** Whether a class has such a base, directly or through classes of its own file. */
export const derivesFrom = (source: Source, definition: SyntaxNode, isRoot: (base: string) => boolean): boolean =>
  derives(source, definition, isRoot, 0)

/** The full name of a class that a file defines at its top level. */
export const nameOfClass = (source: Source, definition: SyntaxNode): string | undefined => {
  const name = field(definition, 'name')
  const isTop = source.scopeAt(definition.startIndex).kind === 'module'
  return name === undefined || !isTop ? undefined : `${source.module ?? ''}.${name.text}`
}
