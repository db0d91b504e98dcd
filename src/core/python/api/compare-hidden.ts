import { internal } from './change.ts'
import type { Names } from './names.ts'
import { isPublicModule, publicNames } from './public-api.ts'
import type { Sides, Tell } from './sides.ts'
import type { Thing } from './things.ts'

interface Hidden {
  readonly thing: Thing
  /** Changes with everything about it but its place. */
  readonly text: string
}

/** What is not offered, by its own name. */
const hidden = (names: Names): ReadonlyMap<string, Hidden> => {
  const found = new Map<string, Hidden>()
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

/** Tells what changed of that which nobody outside can see. */
export const compareHidden = ({ old, now }: Sides, tell: Tell): void => {
  const [before, after] = [hidden(old), hidden(now)]
  for (const [name, { text, thing }] of before) {
    const then = after.get(name)
    const says = then ? 'is not offered, and changed' : 'was not offered, and is gone'
    if (then?.text !== text) tell(name, internal('implementation-changed', says), thing, then?.thing)
  }
  for (const [name, { thing }] of after)
    if (!before.has(name)) tell(name, internal('implementation-changed', 'is new, and not offered'), undefined, thing)
}
