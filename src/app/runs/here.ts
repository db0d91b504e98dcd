import { dirname } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import type { World } from '../world.ts'
import { findRun, type RunPlace } from './locate.ts'
import { inOrder, measuredHere, withMeasured } from './measured.ts'
import { openSession, type ReadRun, readRun, type Session } from './session.ts'

/** The run of the current folder, or of the nearest one above; undefined when there is none. */
export const runHere = async (world: World): Promise<RunPlace | undefined> => {
  const { cwd } = world.host
  for (let folder = cwd; ; folder = dirname(folder)) {
    const found = await findRun(world, folder)
    // A draft belongs to the very folder in which it was begun; a repository's run to everything below it.
    if (found !== undefined && (folder === cwd || found.kind === 'repository')) return found
    if (dirname(folder) === folder) return undefined
  }
}

/** The same; refuses where there is none. */
export const needRun = async (world: World): Promise<RunPlace> => {
  const found = await runHere(world)
  if (found === undefined) throw new KnownError('TSQ-RUN-NONE', { folder: world.host.cwd })
  return found
}

/** The run of the current folder as it is, for looking only; undefined when there is none, or one that never got to its first event. */
export const lookHere = async (world: World): Promise<(ReadRun & { readonly place: RunPlace }) | undefined> => {
  const place = await runHere(world)
  const read = place && (await readRun(world, place))
  if (place === undefined || read === undefined || read.state.at === 'new') return undefined
  if (read.state.at !== 'finished') return { ...read, place }
  const measured = await measuredHere(world, place)
  return {
    ...read,
    place,
    events: inOrder(read.events, measured),
    state: withMeasured(read.state, measured, read.events),
  }
}

/** The same; refuses where there is none. */
export const readHere = async (world: World): Promise<ReadRun & { readonly place: RunPlace }> => {
  const found = await lookHere(world)
  if (found === undefined) throw new KnownError('TSQ-RUN-NONE', { folder: world.host.cwd })
  return found
}

/** Works on the run of the current folder, and lets it go whatever happens. */
export const withRun = async <T>(world: World, work: (session: Session) => Promise<T>): Promise<T> => {
  if (await world.workshop.inside()) throw new KnownError('TSQ-DOER-DECIDES', { folder: world.host.cwd })
  const session = await openSession(world, await needRun(world))
  try {
    if (session.state().at === 'new') throw new KnownError('TSQ-RUN-NONE', { folder: world.host.cwd })
    return await work(session)
  } finally {
    await session.close()
  }
}
