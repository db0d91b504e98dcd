import { type Offer, type Offers, offersAlone } from './api/offers.ts'
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

const typeReasons = (want: string | undefined, have: string | undefined): readonly string[] =>
  want === undefined || have === undefined || want === have ? [] : [`is annotated "${have}"; "${want}" is wanted`]

const valueReasons = (wanted: ValueMember, found: ValueMember, inClass: boolean): readonly string[] => {
  const [want, have] = [bare(wanted.annotation), bare(found.annotation)]
  if (want === undefined || want === have) return []
  // A module's constant may leave its type to the value; a field of a class is none without its annotation.
  if (have === undefined) return inClass && !found.onInstance ? [`has no annotation; "${want}" is wanted`] : []
  return typeReasons(want, have)
}

const accessor = (member: FunctionMember): 'setter' | 'deleter' | undefined =>
  member.decorators.some(each => each.name.endsWith('.setter'))
    ? 'setter'
    : member.decorators.some(each => each.name.endsWith('.deleter'))
      ? 'deleter'
      : undefined

const compareFunctions = (
  symbol: string,
  wanted: FunctionMember,
  found: readonly Member[],
  inClass: boolean,
): Comparison => {
  const functions = found.filter(member => member.kind === 'function')
  const wantedAccessor = accessor(wanted)
  // Without its setter a property is found where its getter is, and everything about that one would differ.
  const [getter] = functions
  if (wantedAccessor && getter && !functions.some(each => accessor(each) === wantedAccessor))
    return settled(symbol, getter.line, [`has no ${wantedAccessor}; one is wanted`])
  const candidates = functions
    .map(member => ({ line: member.line, reasons: differencesOfFunctions(wanted, member, inClass) }))
    .toSorted((a, b) => a.reasons.length - b.reasons.length)
  const [best] = candidates
  if (best) return settled(symbol, best.line, best.reasons)
  const value = found.findLast(member => member.kind === 'value')
  // Whoever reads an attribute cannot tell it from a property.
  if (inClass && value && wanted.decorators.some(each => each.name === 'property'))
    return settled(symbol, value.line, typeReasons(wanted.returns, value.annotation))
  return otherKind(symbol, 'a function', found)
}

const otherKind = (symbol: string, wanted: string, found: readonly Member[]): Comparison => {
  const other = found.findLast(member => member.kind !== 'import') ?? found[0]
  return other ? settled(symbol, other.line, [`is ${nouns[other.kind]}; ${wanted} is wanted`]) : nothing
}

const compareClasses = (
  symbol: string,
  wanted: ClassMember,
  { members, within }: Offer,
  offers: Offers,
): Comparison => {
  const own = members.findLast(member => member.kind === 'class')
  if (!own) return otherKind(symbol, 'a class', members)
  const reasons = [
    ...wanted.bases.filter(base => !own.bases.includes(base)).map(base => `does not inherit from "${base}"`),
    ...lackingDecorators(wanted.decorators, own.decorators).map(lacks),
  ]
  const find = (name: string): Offer => (within ? offers.member(within, name) : { members: [] })
  return joined([settled(symbol, own.line, reasons), compareMembers(wanted.members, find, offers, `${symbol}.`)])
}

const compareOne = (symbol: string, wanted: Member, offer: Offer, offers: Offers): Comparison => {
  const inClass = symbol.includes('.')
  const found = offer.members
  if (found.length === 0) return { ...nothing, missing: [{ symbol, wanted: signatureOf(wanted) }] }
  if (wanted.kind === 'function') return compareFunctions(symbol, wanted, found, inClass)
  if (wanted.kind === 'class') return compareClasses(symbol, wanted, offer, offers)
  if (wanted.kind === 'import') return { ...nothing, found: [symbol] }
  const value = found.findLast(member => member.kind === 'value')
  if (value) return settled(symbol, value.line, valueReasons(wanted, value, inClass))
  return inClass ? compareProperty(symbol, wanted, found) : otherKind(symbol, 'a plain name', found)
}

/** A property that can be set stands for an attribute. */
const compareProperty = (symbol: string, wanted: ValueMember, found: readonly Member[]): Comparison => {
  const functions = found.filter(member => member.kind === 'function')
  const getter = functions.find(each => each.decorators.some(({ name }) => /(?:^|\.)(?:cached_)?property$/.test(name)))
  if (!getter) return otherKind(symbol, 'an attribute', found)
  const isSet =
    getter.decorators.some(({ name }) => name.endsWith('cached_property')) ||
    functions.some(each => each.decorators.some(({ name }) => name.endsWith('.setter')))
  return settled(symbol, getter.line, [
    ...(isSet ? [] : ['is a property that cannot be set; an attribute is wanted']),
    ...typeReasons(bare(wanted.annotation), getter.returns),
  ])
}

const compareMembers = (
  wanted: readonly Member[],
  find: (name: string) => Offer,
  offers: Offers,
  prefix: string,
): Comparison => joined(wanted.map(each => compareOne(`${prefix}${each.name}`, each, find(each.name), offers)))

const exportsOf = (wanted: ModuleInterface, found: ModuleInterface, { of }: Offers): Comparison => {
  if (!wanted.all) return nothing
  const described = new Set(wanted.members.map(member => member.name))
  const imported = new Set(wanted.members.filter(each => each.kind === 'import').map(each => each.name))
  const unbound = wanted.all
    .filter(name => !described.has(name) || imported.has(name))
    .map(
      (name): Comparison =>
        of(name).members.length > 0
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
 * Without `offers`, what the module imports and inherits from elsewhere cannot be seen.
 */
export const compareInterfaces = (
  wanted: ModuleInterface,
  found: ModuleInterface,
  offers: Offers = offersAlone(found),
): Comparison =>
  joined([
    compareMembers(
      wanted.members.filter(member => member.kind !== 'import' || member.exported),
      offers.of,
      offers,
      '',
    ),
    exportsOf(
      { ...wanted, members: wanted.members.filter(member => member.kind !== 'import' || !member.exported) },
      found,
      offers,
    ),
  ])
