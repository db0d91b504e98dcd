import { type ApiChange, additive, breaking } from './change.ts'
import { compareClasses, removed } from './compare-classes.ts'
import { compareHidden } from './compare-hidden.ts'
import { thingChanges } from './compare-things.ts'
import { mayHaveMore, type Names } from './names.ts'
import { isPublicModule, publicNames } from './public-api.ts'
import { type Sides, tellInto } from './sides.ts'
import { cut, isClass, type Thing } from './things.ts'

const without = (names: readonly string[], known: readonly string[]): readonly string[] => {
  const before = new Set(known)
  return names.filter(each => !before.has(each))
}

/** The shortest names first: a thing is told under the name that users see. */
const inOrder = (names: Names): readonly string[] =>
  [...names.modules.all.values()]
    .filter(isPublicModule)
    .map(each => each.name)
    .toSorted((a, b) => a.split('.').length - b.split('.').length || (a < b ? -1 : 1))

const isThere = (names: Names, module: string): boolean => {
  const [above, name] = cut(module)
  // It may have become a name of the package around it.
  return names.module(module) !== undefined || (above !== '' && names.attribute(above, name) !== undefined)
}

const unlisted = breaking(
  'export-removed',
  'is no longer in `__all__`',
  'List it again, or say that it is not for others any more.',
  'medium',
)

/**
 * Every change between what two states of a project offer. A name counts, not where its thing lies: what moved and is still offered
 * under its old name is no change.
 */
export const compareApis = (old: Names, now: Names): readonly ApiChange[] => {
  const sides: Sides = { old, now }
  const changes: ApiChange[] = []
  const tell = tellInto(changes)
  const seen = new Set<string>()

  const waiting: (readonly [symbol: string, before: Thing, after: Thing])[] = []
  const later = (symbol: string, before: Thing, after: Thing): void => {
    const key = `${before.name} ${after.name}`
    if (!seen.has(key)) waiting.push([symbol, before, after])
    seen.add(key)
  }
  /** Classes may name each other without end: one after the other, not one in the other. */
  const things = (symbol: string, before: Thing, after: Thing): void => {
    later(symbol, before, after)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, then, today] = next
      for (const said of thingChanges(then, today, { names: now })) tell(name, said, then, today)
      if (isClass(then) && isClass(today)) compareClasses(name, then, today, sides, tell, later)
    }
  }

  const module = (name: string): void => {
    const [before, after] = [old.modules.all.get(name), now.modules.all.get(name)]
    const offered = before ? publicNames(old, before) : []
    for (const each of offered) {
      const [thing, then] = [old.attribute(name, each), now.attribute(name, each)]
      if (thing && then) things(`${name}.${each}`, thing, then)
      else if (thing && !mayHaveMore(now, name)) tell(`${name}.${each}`, removed('it'), thing, now.module(name))
    }
    if (!after) return
    const [listed, listedNow] = [old.modules.exported(name), now.modules.exported(name)]
    for (const each of listed && listedNow ? without(listed, listedNow) : []) {
      const then = now.attribute(name, each)
      if (then) tell(`${name}.${each}`, unlisted, old.attribute(name, each), then)
    }
    for (const each of without(publicNames(now, after), offered)) {
      const then = old.attribute(name, each) === undefined ? now.attribute(name, each) : undefined
      if (then && then.kind !== 'module') tell(`${name}.${each}`, additive('object-added', 'is new'), undefined, then)
    }
  }

  const gone: string[] = []
  for (const name of inOrder(old)) {
    if (gone.some(each => name.startsWith(`${each}.`))) continue
    if (isThere(now, name)) module(name)
    else {
      gone.push(name)
      tell(name, removed('the module'), old.module(name), now.module(cut(name)[0]))
    }
  }
  for (const name of inOrder(now))
    if (!old.module(name)) tell(name, additive('object-added', 'is a new module'), undefined, now.module(name))
  compareHidden(sides, tell)
  return changes
}
