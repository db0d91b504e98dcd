import { basesOf, nameOfClass } from '../source/classes.ts'
import type { Source } from '../source/source.ts'
import { importsOthers } from './others.ts'

/** A class of a file and what it derives from, dotted; plain data. */
export interface ClassFact {
  readonly name: string
  readonly bases: readonly string[]
}

const known = new WeakMap<Source, readonly ClassFact[]>()

/**
 * The classes at the top level of a file, but of one that knows only what comes with Python: they derive from no class of a framework.
 * Worked out once for all rules that ask.
 */
export const classFacts = (source: Source): readonly ClassFact[] => {
  const before = known.get(source)
  if (before !== undefined) return before
  const all = importsOthers(source) ? source.root.descendantsOfType('class_definition') : []
  const facts = all.flatMap(each => {
    const name = each === null ? undefined : nameOfClass(source, each)
    return each === null || name === undefined ? [] : [{ name, bases: basesOf(source, each) }]
  })
  known.set(source, facts)
  return facts
}

/** The names of every class that derives from one of the roots, through any number of classes and files. */
export const descendantsOf = (
  all: readonly ClassFact[],
  canonical: (name: string) => string,
  isRoot: (name: string) => boolean,
): ReadonlySet<string> => {
  const children = new Map<string, string[]>()
  const found = new Set<string>()
  const queue: string[] = []
  for (const { name, bases } of all) {
    const own = canonical(name)
    for (const base of bases.map(canonical)) {
      if (isRoot(base)) queue.push(own)
      children.set(base, [...(children.get(base) ?? []), own])
    }
  }
  for (let at = 0; at < queue.length; at += 1) {
    const name = queue[at] as string
    if (found.has(name)) continue
    found.add(name)
    queue.push(...(children.get(name) ?? []))
  }
  return found
}
