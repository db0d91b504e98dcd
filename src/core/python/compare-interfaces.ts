import { differencesOfFunctions, lackingDecorators, lacks } from './compare-functions.ts'
import type { ClassMember, FunctionMember, Member, ModuleInterface, ValueMember } from './interface.ts'
import { signatureOf } from './signature.ts'

/** A wanted name that exists otherwise than wanted. */
export interface Difference {
  readonly symbol: string
  /** Where it was found. */
  readonly line: number
  readonly reasons: readonly string[]
}

/** What of a wanted interface a module offers. */
export interface Comparison {
  readonly found: readonly string[]
  readonly missing: readonly { readonly symbol: string; readonly wanted: string }[]
  readonly different: readonly Difference[]
}

const nothing: Comparison = { found: [], missing: [], different: [] }

const joined = (all: readonly Comparison[]): Comparison => ({
  found: all.flatMap(each => each.found),
  missing: all.flatMap(each => each.missing),
  different: all.flatMap(each => each.different),
})

const nouns: Readonly<Record<Member['kind'], string>> = {
  function: 'a function',
  class: 'a class',
  value: 'a plain name',
  import: 'imported from elsewhere, so its shape cannot be seen here',
}

const settled = (symbol: string, line: number, reasons: readonly string[]): Comparison =>
  reasons.length === 0 ? { ...nothing, found: [symbol] } : { ...nothing, different: [{ symbol, line, reasons }] }

/** `Final[int]` and `ClassVar[int]` say how a name is used; `Final` alone leaves the type to be seen. */
const bare = (annotation: string | undefined): string | undefined => {
  const inside = /^(?:Final|ClassVar)(?:\[(.*)\])?$/s.exec(annotation ?? '')
  return inside ? inside[1] : annotation
}

const valueReasons = (wanted: ValueMember, found: ValueMember, inClass: boolean): readonly string[] => {
  const [want, have] = [bare(wanted.annotation), bare(found.annotation)]
  if (want === undefined || want === have) return []
  // A module's constant may leave its type to the value; a field of a class is none without its annotation.
  if (have === undefined) return inClass && !found.onInstance ? [`has no annotation; "${want}" is wanted`] : []
  return [`is annotated "${have}"; "${want}" is wanted`]
}

const compareFunctions = (
  symbol: string,
  wanted: FunctionMember,
  found: readonly Member[],
  inClass: boolean,
): Comparison => {
  const candidates = found
    .filter(member => member.kind === 'function')
    .map(member => ({ line: member.line, reasons: differencesOfFunctions(wanted, member, inClass) }))
    .toSorted((a, b) => a.reasons.length - b.reasons.length)
  const [best] = candidates
  if (best) return settled(symbol, best.line, best.reasons)
  return otherKind(symbol, 'a function', found)
}

const otherKind = (symbol: string, wanted: string, found: readonly Member[]): Comparison => {
  const [other] = found
  return other ? settled(symbol, other.line, [`is ${nouns[other.kind]}; ${wanted} is wanted`]) : nothing
}

const compareClasses = (
  symbol: string,
  wanted: ClassMember,
  found: readonly Member[],
  module: readonly Member[],
): Comparison => {
  const own = found.findLast(member => member.kind === 'class')
  if (!own) return otherKind(symbol, 'a class', found)
  const reasons = [
    ...wanted.bases.filter(base => !own.bases.includes(base)).map(base => `does not inherit from "${base}"`),
    ...lackingDecorators(wanted.decorators, own.decorators).map(lacks),
  ]
  return joined([
    settled(symbol, own.line, reasons),
    compareMembers(wanted.members, withInherited(own, module), module, `${symbol}.`),
  ])
}

/** The members of a class and, behind them, those of its bases in the same file. */
const withInherited = (
  own: ClassMember,
  module: readonly Member[],
  seen: ReadonlySet<string> = new Set(),
): readonly Member[] => {
  const known = new Set(own.members.map(member => member.name))
  const inherited = own.bases
    .map(base => base.replace(/\[.*$/s, ''))
    .filter(base => !seen.has(base) && base !== own.name)
    .flatMap(base => module.filter(member => member.kind === 'class' && member.name === base))
    .flatMap(base => (base.kind === 'class' ? withInherited(base, module, new Set([...seen, own.name])) : []))
  return [...own.members, ...inherited.filter(member => !known.has(member.name))]
}

const compareOne = (
  symbol: string,
  wanted: Member,
  found: readonly Member[],
  module: readonly Member[],
): Comparison => {
  const inClass = symbol.includes('.')
  if (found.length === 0) return { ...nothing, missing: [{ symbol, wanted: signatureOf(wanted) }] }
  if (wanted.kind === 'function') return compareFunctions(symbol, wanted, found, inClass)
  if (wanted.kind === 'class') return compareClasses(symbol, wanted, found, module)
  if (wanted.kind === 'import') return { ...nothing, found: [symbol] }
  const value = found.findLast(member => member.kind === 'value')
  return value
    ? settled(symbol, value.line, valueReasons(wanted, value, inClass))
    : otherKind(symbol, inClass ? 'an attribute' : 'a plain name', found)
}

const compareMembers = (
  wanted: readonly Member[],
  found: readonly Member[],
  module: readonly Member[],
  prefix: string,
): Comparison => {
  const named = Map.groupBy(found, member => member.name)
  return joined(wanted.map(each => compareOne(`${prefix}${each.name}`, each, named.get(each.name) ?? [], module)))
}

const exportsOf = (wanted: ModuleInterface, found: ModuleInterface): Comparison => {
  if (!wanted.all) return nothing
  const names = new Set(found.members.map(member => member.name))
  const described = new Set(wanted.members.map(member => member.name))
  const imported = new Set(wanted.members.filter(each => each.kind === 'import').map(each => each.name))
  const unbound = wanted.all
    .filter(name => !described.has(name) || imported.has(name))
    .map(
      (name): Comparison =>
        names.has(name)
          ? { ...nothing, found: [name] }
          : { ...nothing, missing: [{ symbol: name, wanted: `${name} (exported)` }] },
    )
  const listed = new Set(found.all ?? [])
  const unlisted = wanted.all.filter(name => !listed.has(name))
  const line = found.members.find(member => member.name === '__all__')?.line ?? 1
  const reasons =
    unlisted.length > 0 && found.all ? [`does not list ${unlisted.map(name => `"${name}"`).join(', ')}`] : []
  return joined([...unbound, reasons.length > 0 ? settled('__all__', line, reasons) : nothing])
}

/**
 * Holds what a module offers against what is wanted of it. What it offers besides is free.
 * Imports in a stub serve its annotations and are not wanted, unless written `x as x` or named in `__all__`.
 */
export const compareInterfaces = (wanted: ModuleInterface, found: ModuleInterface): Comparison =>
  joined([
    compareMembers(
      wanted.members.filter(member => member.kind !== 'import' || member.exported),
      found.members,
      found.members,
      '',
    ),
    exportsOf(
      { ...wanted, members: wanted.members.filter(member => member.kind !== 'import' || !member.exported) },
      found,
    ),
  ])
