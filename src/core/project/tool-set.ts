import type { Place } from './claim.ts'
import type { Portrait } from './portrait.ts'

/** Where a tool is set up or asked for. */
export const setUp =
  (tool: string) =>
  ({ claims }: Portrait): Place | undefined =>
    claims.find(each => each.topic === 'tool' && each.value === tool)?.place
