import type { Component } from '../../../core/design/answers/types.ts'
import type { PlanFacts } from '../../../core/design/world.ts'

/** A module that the package offers as a whole: `order_lines` of `shop_tools`. */
export interface OfferedModule {
  readonly component: string
  readonly parent: string
  readonly name: string
}

/**
 * Components of one kind have functions of the same names, so the package cannot offer them all by name: it offers the modules.
 * A module whose name something else has already stays where it is.
 */
export const offeredModules = (
  components: readonly Component[],
  plan: Pick<PlanFacts, 'exports' | 'modules'>,
): readonly OfferedModule[] => {
  const shared = components
    .filter(each => components.filter(other => other.kind === each.kind).length > 1)
    .flatMap(each => {
      const module = plan.modules[`${each.name}.source`]
      if (module === undefined || !plan.exports.some(from => from.module === module)) return []
      const dot = module.lastIndexOf('.')
      return [{ component: each.name, parent: module.slice(0, dot), name: module.slice(dot + 1) }]
    })
  const taken = [...plan.exports.flatMap(each => each.names), ...shared.map(each => each.name)]
  return shared.filter(each => taken.filter(name => name === each.name).length === 1)
}
