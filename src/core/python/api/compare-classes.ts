import { isPublic } from '../interface.ts'
import { additive, breaking, type Said } from './change.ts'
import { isInherent, thingChanges } from './compare-things.ts'
import { publicMembers } from './public-api.ts'
import type { Sides, Tell } from './sides.ts'
import { type ClassThing, isClass, type Thing } from './things.ts'

/** Whether what one side knows by a name is what the other knows by it: the ancestors of a class are asked for by their names. */
const stillAncestor = (base: ClassThing, ancestors: readonly ClassThing[], { old, now }: Sides): boolean => {
  if (ancestors.some(each => each.name === base.name)) return true
  // It moved: a name that led to it leads to the new one.
  const { name } = base.group.member
  return [...old.modules.all.keys()].some(module => {
    if (old.attribute(module, name)?.name !== base.name) return false
    const found = now.attribute(module, name)
    return isClass(found) && ancestors.some(other => other.name === found.name)
  })
}

const baseChanges = (old: ClassThing, now: ClassThing, sides: Sides): readonly Said[] => {
  const [before, after] = [sides.old.ancestors(old), sides.now.ancestors(now)]
  const lost = before.order
    .slice(1)
    .filter(base => isPublic(base.group.member.name) && !after.outside.includes(base.name))
    .filter(base => !stillAncestor(base, after.order, sides))
    .map(base => base.group.member.name)
  const gone = before.outside.filter(
    base => !after.outside.includes(base) && !after.order.some(each => each.name === base),
  )
  // Whether another class from outside is one of the lost ones cannot be told.
  const isSure = !after.outside.some(base => !before.outside.includes(base))
  return [...lost, ...gone].map(base =>
    breaking(
      'base-removed',
      `is no longer a \`${base}\``,
      `Keep \`${base}\` among its bases: callers may rely on it, in \`isinstance\` and \`except\`.`,
      isSure ? 'high' : 'medium',
    ),
  )
}

/** What is to be said of something that is no longer there. */
export const removed = (what: string, confidence: Said['confidence'] = 'high'): Said =>
  breaking('object-removed', 'is gone', `Keep ${what}, or let it warn for one release before it goes.`, confidence)

const lostMember = (name: string, old: Thing, nowClass: ClassThing, { now }: Sides): readonly Said[] => {
  if (isInherent(name) || now.classMember(nowClass, '__getattr__') !== undefined) return []
  const isSet = old.kind === 'definition' && old.group.kind === 'value'
  // A class from elsewhere may give it, and what methods set may be set otherwise.
  return [removed('it', now.ancestors(nowClass).outside.length > 0 || isSet ? 'medium' : 'high')]
}

/** The constructor of a class that had none of its own, and what it is now. */
const newConstructor = (old: ClassThing, now: ClassThing, sides: Sides): readonly Said[] => {
  const [before, after] = [sides.old.classMember(old, '__init__'), sides.now.classMember(now, '__init__')]
  if (before !== undefined || after?.kind !== 'definition' || after.group.kind !== 'function') return []
  if (sides.old.ancestors(old).outside.length > 0 || sides.old.classMember(old, '__new__') !== undefined) return []
  const [made] = after.group.signatures
  if (!made) return []
  const parameters = made.parameters.slice(0, after.binding === 'static' ? 0 : 1)
  const bare: Thing = { ...after, group: { ...after.group, signatures: [{ ...made, parameters }] } }
  return thingChanges(bare, after, { names: sides.now }).filter(each => each.effect === 'breaking')
}

/** Everything about a class but what is said of its members, which `compare` is given one by one. */
export const compareClasses = (
  symbol: string,
  old: ClassThing,
  now: ClassThing,
  sides: Sides,
  tell: Tell,
  compare: (symbol: string, old: Thing, now: Thing) => void,
): void => {
  for (const said of baseChanges(old, now, sides)) tell(symbol, said, old, now)
  const before = new Set(publicMembers(sides.old, old))
  // Fields may make a constructor that no line defines.
  for (const name of new Set([...before, '__init__'])) {
    const [member, then] = [sides.old.classMember(old, name), sides.now.classMember(now, name)]
    if (member === undefined) continue
    if (then) compare(`${symbol}.${name}`, member, then)
    else for (const said of lostMember(name, member, now, sides)) tell(`${symbol}.${name}`, said, member, now)
  }
  for (const name of publicMembers(sides.now, now)) {
    const then = before.has(name) ? undefined : sides.now.classMember(now, name)
    if (then) tell(`${symbol}.${name}`, additive('object-added', 'is new'), undefined, then)
  }
  for (const said of newConstructor(old, now, sides))
    tell(`${symbol}.__init__`, said, old, sides.now.classMember(now, '__init__'))
}
