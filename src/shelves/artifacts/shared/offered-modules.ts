import type { Component } from '../../../core/design/answers/types.ts'
import type { PlanFacts } from '../../../core/design/world.ts'
import { builtinFunctions } from '../../../core/python/stdlib.ts'

/** A module that the package offers as a whole: `order_lines` of `shop_tools`. */
export interface OfferedModule {
  readonly component: string
  readonly parent: string
  readonly name: string
}

const counts = (names: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1)
  return found
}

/**
 * Components of one kind have functions of the same names, so the package cannot offer them all by name: it offers the modules.
 * A module whose name something else has already, of the package or of Python, stays where it is.
 */
export const offeredModules = (
  components: readonly Component[],
  plan: Pick<PlanFacts, 'exports' | 'modules'>,
): readonly OfferedModule[] => {
  const kinds = counts(components.map(each => each.kind))
  const exporting = new Set(plan.exports.map(each => each.module))
  const shared = components
    .filter(each => (kinds.get(each.kind) ?? 0) > 1)
    .flatMap(each => {
      const module = plan.modules[`${each.name}.source`]
      if (module === undefined || !exporting.has(module)) return []
      const dot = module.lastIndexOf('.')
      return [{ component: each.name, parent: module.slice(0, dot), name: module.slice(dot + 1) }]
    })
  const taken = counts([...plan.exports.flatMap(each => each.names), ...shared.map(each => each.name)])
  return shared.filter(each => taken.get(each.name) === 1 && !builtinFunctions.has(each.name))
}
