import { isPublic } from '../interface.ts'
import { type ApiChange, additive, breaking, internal, type Place, type Said } from './change.ts'
import { isInherent, thingChanges } from './compare-things.ts'
import { mayHaveMore, type Names } from './names.ts'
import { isPublicModule, publicMembers, publicNames } from './public-api.ts'
import { type ClassThing, isClass, type Thing } from './things.ts'

/** Two states of a project. */
interface Sides {
  readonly old: Names
  readonly now: Names
}

const placeOf = (thing: Thing | undefined): Place | undefined =>
  thing === undefined || thing.kind === 'outside' ? undefined : { path: thing.path, line: thing.line }

const change = (symbol: string, said: Said, old: Thing | undefined, now: Thing | undefined): ApiChange => {
  const [before, after] = [placeOf(old), placeOf(now)]
  return { ...said, symbol, ...(before && { old: before }), ...(after && { new: after }) }
}

const removed = (what: string, confidence: Said['confidence'] = 'high'): Said =>
  breaking('object-removed', 'is gone', `Keep ${what}, or let it warn for one release before it goes.`, confidence)

/** Whether what one side knows by a name is what the other knows by it: the ancestors of a class are asked for by their names. */
const stillAncestor = (base: ClassThing, ancestors: readonly ClassThing[], { old, now }: Sides): boolean => {
  if (ancestors.some(each => each.name === base.name)) return true
  const [module, ...rest] = [base.scope.module, base.name.slice(base.scope.module.length + 1)]
  const elsewhere = rest.length === 1 ? now.attribute(module, rest[0] ?? '') : undefined
  if (isClass(elsewhere) && ancestors.some(each => each.name === elsewhere.name)) return true
  // It moved: a public name that led to it leads to the new one.
  return [...old.modules.all.values()].some(each => {
    const name = base.group.member.name
    if (old.attribute(each.name, name)?.name !== base.name) return false
    const found = now.attribute(each.name, name)
    return isClass(found) && ancestors.some(other => other.name === found.name)
  })
}

const baseChanges = (old: ClassThing, now: ClassThing, sides: Sides): readonly Said[] => {
  const [before, after] = [sides.old.ancestors(old), sides.now.ancestors(now)]
  const lost = before.order
    .slice(1)
    .filter(base => isPublic(base.group.member.name) && !stillAncestor(base, after.order, sides))
    .map(base => base.group.member.name)
  const gone = before.outside.filter(base => !after.outside.includes(base))
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

const lostMember = (name: string, old: Thing, nowClass: ClassThing, { now }: Sides): readonly Said[] => {
  if (isInherent(name)) return []
  const { outside } = now.ancestors(nowClass)
  if (now.classMember(nowClass, '__getattr__') !== undefined) return []
  const isSet = old.kind === 'definition' && old.group.kind === 'value'
  return [removed('it', outside.length > 0 || isSet ? 'medium' : 'high')]
}

/** Compares everything that two states of a project offer. */
class Comparing {
  readonly changes: ApiChange[] = []
  readonly #seen = new Set<string>()
  readonly #sides: Sides

  constructor(sides: Sides) {
    this.#sides = sides
  }

  say(symbol: string, said: Said, old: Thing | undefined, now: Thing | undefined): void {
    this.changes.push(change(symbol, said, old, now))
  }

  things(symbol: string, old: Thing, now: Thing): void {
    const key = `${old.name} ${now.name}`
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    for (const said of thingChanges(old, now, { names: this.#sides.now })) this.say(symbol, said, old, now)
    if (isClass(old) && isClass(now)) this.classes(symbol, old, now)
  }

  classes(symbol: string, old: ClassThing, now: ClassThing): void {
    const sides = this.#sides
    for (const said of baseChanges(old, now, sides)) this.say(symbol, said, old, now)
    const before = new Set(publicMembers(sides.old, old))
    for (const name of before) {
      const [member, then] = [sides.old.classMember(old, name), sides.now.classMember(now, name)]
      if (member === undefined) continue
      if (then) this.things(`${symbol}.${name}`, member, then)
      else for (const said of lostMember(name, member, now, sides)) this.say(`${symbol}.${name}`, said, member, now)
    }
    for (const name of publicMembers(sides.now, now)) {
      if (before.has(name)) continue
      const then = sides.now.classMember(now, name)
      if (then) this.say(`${symbol}.${name}`, additive('object-added', 'is new'), undefined, then)
    }
    this.constructors(symbol, old, now)
  }

  /** A class that could be made of nothing, and needs something now. */
  constructors(symbol: string, old: ClassThing, now: ClassThing): void {
    const sides = this.#sides
    const [before, after] = [sides.old.classMember(old, '__init__'), sides.now.classMember(now, '__init__')]
    if (before?.kind === 'definition' && after?.kind === 'definition') {
      this.things(`${symbol}.__init__`, before, after)
      return
    }
    if (before !== undefined || after?.kind !== 'definition' || after.group.kind !== 'function') return
    if (sides.old.ancestors(old).outside.length > 0 || sides.old.classMember(old, '__new__') !== undefined) return
    const receiver = after.binding === 'static' ? 0 : 1
    const [made] = after.group.signatures
    if (!made) return
    const bare: Thing = {
      ...after,
      group: { ...after.group, signatures: [{ ...made, parameters: made.parameters.slice(0, receiver) }] },
    }
    for (const said of thingChanges(bare, after, { names: sides.now }))
      if (said.effect === 'breaking') this.say(`${symbol}.__init__`, said, old, after)
  }
}

const fresh = (names: readonly string[], known: readonly string[]): readonly string[] => {
  const before = new Set(known)
  return names.filter(each => !before.has(each))
}

const compareModule = (comparing: Comparing, name: string, { old, now }: Sides): void => {
  const [before, after] = [old.modules.all.get(name), now.modules.all.get(name)]
  if (!before) return
  const offered = publicNames(old, before)
  for (const each of offered) {
    const thing = old.attribute(name, each)
    if (thing === undefined) continue
    const then = now.attribute(name, each)
    if (then) comparing.things(`${name}.${each}`, thing, then)
    else if (!mayHaveMore(now, name)) comparing.say(`${name}.${each}`, removed('it'), thing, now.module(name))
  }
  if (!after) return
  const offeredNow = publicNames(now, after)
  const [listed, listedNow] = [old.modules.exported(name), now.modules.exported(name)]
  for (const each of listed && listedNow ? fresh(listed, listedNow) : []) {
    const then = now.attribute(name, each)
    if (then)
      comparing.say(
        `${name}.${each}`,
        breaking(
          'export-removed',
          'is no longer in `__all__`',
          'List it again, or say that it is not for others any more.',
          'medium',
        ),
        old.attribute(name, each),
        then,
      )
  }
  for (const each of fresh(offeredNow, offered)) {
    const then = now.attribute(name, each)
    if (then && then.kind !== 'module' && old.attribute(name, each) === undefined)
      comparing.say(`${name}.${each}`, additive('object-added', 'is new'), undefined, then)
  }
}

/** What is not offered, by its own name, in a form that changes with everything but its place. */
const hidden = (names: Names): ReadonlyMap<string, { readonly text: string; readonly thing: Thing }> => {
  const found = new Map<string, { text: string; thing: Thing }>()
  for (const module of names.modules.all.values()) {
    const offered = new Set(isPublicModule(module) ? publicNames(names, module) : [])
    for (const name of names.modules.bound(module.name).names.keys()) {
      const thing = offered.has(name) ? undefined : names.attribute(module.name, name)
      if (thing?.kind !== 'definition' || thing.scope.module !== module.name) continue
      const text = JSON.stringify(thing.group, (key, value: unknown) => (key === 'line' ? undefined : value))
      found.set(thing.name, { text, thing })
    }
  }
  return found
}

const compareHidden = (comparing: Comparing, { old, now }: Sides): void => {
  const [before, after] = [hidden(old), hidden(now)]
  for (const [name, { text, thing }] of before) {
    const then = after.get(name)
    if (then?.text === text) continue
    comparing.say(
      name,
      internal('implementation-changed', then ? 'is not offered, and changed' : 'was not offered, and is gone'),
      thing,
      then?.thing,
    )
  }
  for (const [name, { thing }] of after)
    if (!before.has(name))
      comparing.say(name, internal('implementation-changed', 'is new, and not offered'), undefined, thing)
}

/** The shortest names first: a thing is told under the name that users see. */
const inOrder = (names: Names): readonly string[] =>
  [...names.modules.all.values()]
    .filter(isPublicModule)
    .map(each => each.name)
    .toSorted((a, b) => a.split('.').length - b.split('.').length || (a < b ? -1 : 1))

/**
 * Every change between what two states of a project offer. A name counts, not where its thing lies: what moved and is still offered
 * under its old name is no change.
 */
export const compareApis = (old: Names, now: Names): readonly ApiChange[] => {
  const sides: Sides = { old, now }
  const comparing = new Comparing(sides)
  const gone: string[] = []
  for (const name of inOrder(old)) {
    if (gone.some(each => name.startsWith(`${each}.`))) continue
    const found = now.module(name) ?? resolvedModule(now, name)
    if (found) compareModule(comparing, name, sides)
    else {
      gone.push(name)
      comparing.say(
        name,
        removed('the module'),
        old.module(name),
        now.module(name.slice(0, Math.max(name.lastIndexOf('.'), 0))),
      )
    }
  }
  for (const name of inOrder(now))
    if (!old.module(name)) comparing.say(name, additive('object-added', 'is a new module'), undefined, now.module(name))
  compareHidden(comparing, sides)
  return comparing.changes
}

/** A module may have become a name of the package around it. */
const resolvedModule = (names: Names, name: string): Thing | undefined => {
  const at = name.lastIndexOf('.')
  return at < 0 ? undefined : names.attribute(name.slice(0, at), name.slice(at + 1))
}
