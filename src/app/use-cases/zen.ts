import { type Zen, zenOf } from '../../core/gates/zen.ts'
import type { World } from '../world.ts'
import { type CheckAsked, type Checked, checkRules } from './check.ts'

/** How the Zen is kept in a project or in parts of it, and the look that it was measured by. */
export interface ZenMeasured {
  readonly zen: Zen
  readonly checked: Checked
}

/**
 * Measures with every rule that counts, whatever is selected, ignored or known before: two projects are measured by the same. What a
 * comment silences with a reason does not count, and is told. Errors: as {@link checkRules}.
 */
export const measureZen = async (
  world: World,
  { paths, forget = false }: Pick<CheckAsked, 'paths' | 'forget'>,
): Promise<ZenMeasured> => {
  const shares = new Map(
    (await world.shelves.rules()).flatMap(({ id, zen }) => (zen === undefined ? [] : [[id, zen] as const])),
  )
  const checked = await checkRules(world, { paths, forget, select: [...shares.keys()], whole: true, baseline: false })
  return { zen: zenOf(checked.found, shares, checked.code), checked }
}
