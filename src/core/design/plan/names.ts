import { type Refusal, refusal } from '../../../base/refusal.ts'
import { moduleOf } from '../../python/modules.ts'
import { builtinClasses } from '../../python/stdlib.ts'
import type { Placed } from './place.ts'

/** What the package has under a name: a class or function of one of its modules, or a module itself. */
interface Holder {
  readonly placed: Placed
  readonly name: string
  readonly as: 'export' | 'module'
}

const membersOf = (placed: Placed): readonly Holder[] =>
  (placed.contribution.exports ?? []).map(name => ({ placed, name, as: 'export' }))

/** A module that lies in the package's own folder is an attribute of the package, as its exports are. */
const moduleIn = (top: string, placed: Placed): readonly Holder[] => {
  const inside = placed.path.startsWith('src/') || placed.path.startsWith(`${top}/`)
  const module = inside ? moduleOf(placed.path) : undefined
  const [parent, name, ...deeper] = module?.split('.') ?? []
  return parent === top && name !== undefined && deeper.length === 0 ? [{ placed, name, as: 'module' }] : []
}

const shown = ({ placed, name, as }: Holder): string =>
  as === 'module' ? `the module ${placed.path}` : `the ${name} of ${placed.path}`

const refused = (component: string, reason: string): Refusal =>
  refusal('TSQ-COMPONENT', { path: `component ${component}`, reason, todo: 'Give the component another name.' })

/**
 * The package offers what its modules export by name, and each name once: a component whose class or module is called as
 * something else already is would hide it.
 */
export const namesakes = (placed: readonly Placed[], top: string): Refusal | undefined => {
  const taken = new Map<string, Holder>()
  for (const holder of placed.flatMap(each => [...membersOf(each), ...moduleIn(top, each)])) {
    const other = taken.get(holder.name)
    taken.set(holder.name, other ?? holder)
    if (other === undefined || other.placed === holder.placed) continue
    const [own, hidden] = holder.placed.component === undefined ? [other, holder] : [holder, other]
    if (own.placed.component === undefined) continue
    return refused(own.placed.component, `Its ${own.as} ${own.name} would hide ${shown(hidden)}.`)
  }
  for (const each of placed) {
    const builtin = (each.contribution.exports ?? []).find(name => builtinClasses.has(name))
    if (each.component !== undefined && builtin !== undefined)
      return refused(each.component, `Its export ${builtin} would hide Python’s own ${builtin}.`)
  }
  return undefined
}
