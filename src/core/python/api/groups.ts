import { holds, standsIn, type Target } from '../condition.ts'
import type { ClassMember, FunctionMember, ImportMember, Member, ValueMember } from '../interface.ts'

interface Standing {
  readonly line: number
  /** It is there in every case, not under a condition that nobody can tell. */
  readonly certain: boolean
  /** It stands in for something that could not be imported. */
  readonly standsIn: boolean
}

/** A function: its one signature, or its overloads with the implementation apart. */
export interface FunctionGroup extends Standing {
  readonly kind: 'function'
  readonly signatures: readonly FunctionMember[]
  readonly implementation?: FunctionMember
  readonly overloaded: boolean
}

/** A property: what can be done with it. */
export interface PropertyGroup extends Standing {
  readonly kind: 'property'
  /** Absent where only an accessor of an inherited one is defined. */
  readonly getter?: FunctionMember
  readonly setter: boolean
  readonly deleter: boolean
}

/** Everything that one statement, or several that belong together, make of a name. */
export type Group =
  | FunctionGroup
  | PropertyGroup
  | (Standing & { readonly kind: 'class'; readonly member: ClassMember })
  | (Standing & { readonly kind: 'value'; readonly member: ValueMember })
  | (Standing & { readonly kind: 'import'; readonly member: ImportMember })

const lastName = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)

/** `cached_property`, `hybrid_property`, `_magic_enum_property`, `abstractproperty` … read as an attribute, all of them. */
export const isPropertyLike = (name: string): boolean => /property$|^(?:reify|DynamicClassAttribute)$/.test(name)

/** Attributes that can be set and deleted, although they are written as functions. */
const plainOnes = new Set(['cached_property', 'reify'])

const decorated = (member: FunctionMember, name: string): boolean =>
  member.decorators.some(each => lastName(each.name) === name)

const accessorOf = (member: FunctionMember): 'setter' | 'deleter' | 'getter' | undefined => {
  const suffix = member.decorators
    .map(each => lastName(each.name))
    .find(each => /^(?:setter|deleter|getter)$/.test(each))
  return suffix === 'setter' || suffix === 'deleter' || suffix === 'getter' ? suffix : undefined
}

const ofProperty = (
  member: FunctionMember,
  standing: Standing,
  before: Group | undefined,
): PropertyGroup | undefined => {
  const accessor = accessorOf(member)
  if (accessor !== undefined) {
    const known = before?.kind === 'property' ? before : undefined
    return {
      ...standing,
      ...(known && { line: known.line }),
      kind: 'property',
      ...(accessor === 'getter' ? { getter: member } : known?.getter && { getter: known.getter }),
      setter: accessor === 'setter' || known?.setter === true,
      deleter: accessor === 'deleter' || known?.deleter === true,
    }
  }
  const like = member.decorators.map(each => lastName(each.name)).find(isPropertyLike)
  if (like === undefined) return undefined
  return { ...standing, kind: 'property', getter: member, setter: plainOnes.has(like), deleter: plainOnes.has(like) }
}

const ofFunction = (member: FunctionMember, standing: Standing, before: Group | undefined): FunctionGroup => {
  const begun =
    before?.kind === 'function' && before.overloaded && before.implementation === undefined ? before : undefined
  const isOverload = decorated(member, 'overload')
  if (begun)
    return isOverload
      ? { ...begun, signatures: [...begun.signatures, member] }
      : { ...begun, implementation: member, certain: begun.certain || standing.certain }
  return { ...standing, kind: 'function', signatures: [member], overloaded: isOverload }
}

const groupOf = (member: Member, standing: Standing, before: Group | undefined): Group => {
  switch (member.kind) {
    case 'function':
      return ofProperty(member, standing, before) ?? ofFunction(member, standing, before)
    case 'class':
      return { ...standing, kind: 'class', member }
    case 'value':
      return { ...standing, kind: 'value', member }
    case 'import':
      return { ...standing, kind: 'import', member }
  }
}

/** Whether a member goes on with the group before it: a further overload, its implementation, an accessor. */
const goesOn = (member: Member, before: Group | undefined): boolean => {
  if (member.kind !== 'function' || before === undefined) return false
  if (before.kind === 'property') return accessorOf(member) !== undefined
  return before.kind === 'function' && before.overloaded && before.implementation === undefined
}

/**
 * What the members of one name make of it for a target, in their order: overloads, accessors and their like belong together, and what
 * is certainly defined again is gone. Imports take nothing away: whether one leads anywhere is seen only in the project.
 */
export const groupsOf = (members: readonly Member[], target: Target): readonly Group[] => {
  const groups: Group[] = []
  for (const member of members) {
    const there = holds(member.when, target)
    if (there === false) continue
    const standing: Standing = {
      line: member.line,
      certain: there === true,
      standsIn: standsIn(member.when),
    }
    const before = groups.at(-1)
    const group = groupOf(member, standing, before)
    if (goesOn(member, before)) groups.pop()
    else if (group.certain && group.kind !== 'import' && !isDeclaration(member)) groups.length = 0
    groups.push(group)
  }
  return groups.length > 1 ? groups.toSorted((a, b) => rank(a) - rank(b)) : groups
}

/** `x: int` says what a name will be and does not make it anew; neither does what methods set. */
const isDeclaration = (member: Member): boolean =>
  member.kind === 'value' &&
  (member.onInstance === true || (member.annotation !== undefined && member.value === undefined))

/** The order in which alternatives are believed: what has a shape goes before what has none, the real thing before its stand-in. */
const rank = (group: Group): number => {
  const plain = group.kind === 'value' ? 3 : group.kind === 'import' ? 2 : 0
  return plain + (group.standsIn ? 1.5 : 0)
}
