import type { Target } from '../condition.ts'
import type { Member } from '../interface.ts'
import { bounded } from './bounded.ts'
import { linearised } from './c3.ts'
import { constructorOf, hasFields } from './constructor.ts'
import { type Binding, type ClassThing, type Definition, isClass, type Scope, type Thing } from './things.ts'

/** A class's ancestors: those of the project in the order in which members are looked up, and the names of the others. */
export interface Ancestors {
  readonly order: readonly ClassThing[]
  readonly outside: readonly string[]
}

/** What is asked of classes. */
export interface ClassLook {
  readonly ancestors: (thing: ClassThing) => Ancestors
  readonly classMember: (thing: ClassThing, name: string) => Thing | undefined
  /** The names of all members, inherited ones too. */
  readonly memberNames: (thing: ClassThing) => readonly string[]
}

interface Ask {
  readonly resolve: (scope: Scope, dotted: string) => Thing | undefined
  readonly thingOf: (scope: Scope, name: string, members: readonly Member[]) => Thing | undefined
  readonly target: Target
}

/** No class that somebody wrote has more bases, or more ancestors; a file may be made to. */
const most = { bases: 50, ancestors: 200 }

/** Bases that bring no members that anyone asks for. */
const empty = new Set(['object', 'Generic', 'Protocol', 'ABC', 'abc.ABC', 'NamedTuple', 'typing.NamedTuple'])

const bareName = (base: string): string => base.replace(/\[[\s\S]*$/, '')

/** Python calls these on the class without being told. */
const implicit: Readonly<Record<string, Binding>> = {
  __new__: 'class',
  __init_subclass__: 'class',
  __class_getitem__: 'class',
}

const last = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)

/** How a function that a class's body holds is reached. */
const bindingOf = (thing: Definition): Binding => {
  if (thing.group.kind !== 'function') return 'instance'
  const [first] = thing.group.signatures
  const names = (first?.decorators ?? []).map(each => last(each.name))
  if (names.includes('staticmethod')) return 'static'
  if (names.includes('classmethod')) return 'class'
  return implicit[first?.name ?? ''] ?? 'instance'
}

/** Looks into classes over a project. */
export const classLook = ({ resolve, thingOf }: Ask): ClassLook => {
  const known = new Map<string, Ancestors>()
  const members = new Map<string, Thing | undefined>()

  const basesOf = (thing: ClassThing) =>
    thing.group.member.bases
      .filter(base => !/^\w+ ?=|^\*/.test(base))
      .slice(0, most.bases)
      .map(bareName)
      .filter(base => !/namedtuple\(|NamedTuple\(/.test(base))
      .map(base => ({ base, found: /^[\w.]+$/.test(base) ? resolve(thing.scope, base) : undefined }))

  const ancestors = bounded(
    (thing: ClassThing): Ancestors => {
      const key = `${thing.name}:${thing.line}`
      const before = known.get(key)
      if (before) return before
      known.set(key, { order: [thing], outside: [] })
      const bases = basesOf(thing)
      const parents = bases.map(each => each.found).filter(isClass)
      const lines = parents.map(parent => ancestors(parent))
      const outside = bases
        .filter(({ base, found }) => !isClass(found) && !empty.has(base))
        .map(({ base, found }) => found?.name ?? base)
      const made: Ancestors = {
        order: [
          thing,
          // A class that inherits from itself is one that Python refuses.
          ...linearised([...lines.map(each => each.order), parents], each => each.name)
            .filter(each => each.name !== thing.name)
            .slice(0, most.ancestors),
        ],
        outside: [...new Set([...outside, ...lines.flatMap(each => each.outside)])],
      }
      known.set(key, made)
      return made
    },
    thing => ({ order: [thing], outside: thing.group.member.bases }),
  )

  const ownMember = (thing: ClassThing, name: string): Thing | undefined => {
    const { member } = thing.group
    const scope: Scope = { module: thing.scope.module, classes: [...thing.scope.classes, member] }
    const own = member.members.filter(each => each.name === name)
    const found = own.length > 0 ? thingOf(scope, name, own) : undefined
    if (found?.kind !== 'definition') return found
    return { ...found, binding: found.binding ?? bindingOf(found) }
  }

  const classMember = (thing: ClassThing, name: string): Thing | undefined => {
    const key = `${thing.name}:${thing.line}:${name}`
    if (members.has(key)) return members.get(key)
    members.set(key, undefined)
    const { order } = ancestors(thing)
    const makes = name === '__init__' && order.some(hasFields)
    let found: Thing | undefined
    for (const [at, each] of order.entries()) {
      found = ownMember(each, name) ?? (makes ? constructorOf(each, order.slice(at)) : undefined)
      if (found) break
    }
    members.set(key, found)
    return found
  }

  const memberNames = (thing: ClassThing): readonly string[] => [
    ...new Set(ancestors(thing).order.flatMap(each => each.group.member.members.map(member => member.name))),
  ]

  return { ancestors, classMember, memberNames }
}
