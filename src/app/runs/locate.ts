import { join, resolve } from 'node:path'
import type { RunId } from '../../base/brand.ts'
import { contentHash } from '../../base/hash.ts'
import type { JournalLocation } from '../../ports/journal-store.ts'
import type { World } from '../world.ts'

/** Where a run lives: in its repository, or, before the folder is known and writing is approved, in the user's state folder. */
export interface RunPlace {
  readonly journal: JournalLocation
  readonly kind: 'draft' | 'repository'
  /** The folder where the run was begun. */
  readonly home: string
  /** The repository's folder was named when the run began: it is `home` itself. */
  readonly out: boolean
}

interface DraftNote {
  readonly home: string
  readonly out: boolean
}

/** The folder of a repository's own runs. */
export const runsFolder = (target: string): string => join(target, '.trysquare', 'runs')

const draftFolder = (world: World, home: string): string =>
  join(world.places.state, 'drafts', contentHash(home).slice(0, 16))

const idIn = async (world: World, root: string, folder: string): Promise<RunId | undefined> =>
  ((await world.files.below(root).names(folder)) ?? [])
    .filter(name => name.endsWith('.jsonl'))
    .at(-1)
    ?.replace(/\.jsonl$/, '') as RunId | undefined

const journal = (world: World, folder: string, runId: RunId): JournalLocation => ({
  folder,
  runId,
  stateFolder: world.places.state,
})

/** The newest run of a folder: of the repository there, else a draft that was begun there. */
export const findRun = async (world: World, folder: string): Promise<RunPlace | undefined> => {
  const home = resolve(folder)
  const inRepository = await idIn(world, home, runsFolder(home))
  if (inRepository !== undefined)
    return { journal: journal(world, runsFolder(home), inRepository), kind: 'repository', home, out: true }
  const draft = draftFolder(world, home)
  const note = await world.files.read(join(draft, 'draft.json'))
  const drafted = await idIn(world, draft, join(draft, 'runs'))
  if (note === undefined || drafted === undefined) return undefined
  const { out } = JSON.parse(note) as DraftNote
  return { journal: journal(world, join(draft, 'runs'), drafted), kind: 'draft', home, out }
}

/** A journal that never holds an event: its lock is what two processes meet at that begin a run in the same folder. */
export const beginningLock = (world: World, folder: string): JournalLocation =>
  journal(world, join(world.places.state, 'drafts'), `begin-${contentHash(resolve(folder)).slice(0, 16)}` as RunId)

/** The place of a new run. */
export const newRun = async (world: World, folder: string, out: boolean, runId: RunId): Promise<RunPlace> => {
  const home = resolve(folder)
  const draft = draftFolder(world, home)
  await world.files.write(join(draft, 'draft.json'), `${JSON.stringify({ home, out } satisfies DraftNote)}\n`)
  return { journal: journal(world, join(draft, 'runs'), runId), kind: 'draft', home, out }
}

/** The repository's folder: named, or the repository's name below the folder where the run was begun. */
export const targetOf = (place: RunPlace, repositoryName: string | undefined): string | undefined => {
  if (place.out) return place.home
  return repositoryName === undefined ? undefined : join(place.home, repositoryName)
}

/** The draft's place once its folder may be written. */
export const settledPlace = (world: World, place: RunPlace, target: string): RunPlace => ({
  journal: journal(world, runsFolder(target), place.journal.runId),
  kind: 'repository',
  home: target,
  out: true,
})

/** Removes what is left of a draft. */
export const forgetDraft = (world: World, place: RunPlace): Promise<void> =>
  world.files.remove(draftFolder(world, place.home))
