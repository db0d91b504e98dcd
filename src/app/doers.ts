import { KnownError } from '../base/errors/known-error.ts'
import type { Doer } from '../ports/doer.ts'
import type { World } from './world.ts'

/** A doer by its name, with what stands behind the colon: `exec:my-agent --quiet`. */
export interface NamedDoer {
  /** As it was given. */
  readonly name: string
  readonly unit: Doer
  readonly argument: string | undefined
}

/** The names that may be given, for the words of an error. */
export const doerNames = async (world: World): Promise<readonly string[]> =>
  (await world.shelves.doers()).map(each => (each.takes === undefined ? each.id : `${each.id}:<${each.takes}>`))

/** Finds a doer; one that takes something must be given it. Refuses with TSQ-UNKNOWN-NAME. */
export const doerNamed = async (world: World, name: string): Promise<NamedDoer> => {
  const colon = name.indexOf(':')
  const id = colon < 0 ? name : name.slice(0, colon)
  const argument = colon < 0 ? undefined : name.slice(colon + 1).trim()
  const unit = (await world.shelves.doers()).find(each => each.id === id)
  const complete = unit?.takes === undefined ? argument === undefined : (argument ?? '') !== ''
  if (unit === undefined || !complete)
    throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'doer', name, known: await doerNames(world) })
  return { name, unit, argument }
}
