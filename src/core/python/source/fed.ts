import { argument } from './arguments.ts'
import { isFixed } from './fixed.ts'
import { callAt } from './place.ts'
import type { Source } from './source.ts'

/** Whether the call at a place is fed only by constants, in its first argument or the one of that name: then it is no injection. */
export const isFedByConstants = (source: Source, place: Parameters<typeof callAt>[1], name?: string): boolean => {
  const call = callAt(source, place)
  return call !== undefined && isFixed(source, argument(call, 0) ?? argument(call, undefined, name))
}
