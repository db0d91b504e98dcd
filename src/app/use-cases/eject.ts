import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { isTrace } from '../../core/design/traces.ts'
import { answersFileOf } from '../../core/documents/answers-print.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { ownWrites } from '../own-writes.ts'
import { changedReports } from '../report/write.ts'
import { readHere, withRun } from '../runs/here.ts'
import { beginningLock, type RunPlace } from '../runs/locate.ts'
import { measuredPlace } from '../runs/measured.ts'
import type { World } from '../world.ts'

/** What a project loses and keeps when it goes on without Trysquare. */
export interface Ejection {
  readonly folder: string
  /** Files of the repository that are Trysquare's own, below the folder. */
  readonly removes: readonly string[]
  /** What this machine remembers of the run, outside the repository. */
  readonly forgets: readonly string[]
  /** Files that look like Trysquare's and are not what it wrote: they stay, and a person decides. */
  readonly leaves: readonly string[]
  /** The project's own files: all of them stay. */
  readonly keeps: number
  /** Planned files that were not accepted: after this nothing knows of them. */
  readonly unmade: readonly string[]
}

const ownFolder = '.trysquare'

/** Looks at what an ejection would do; nothing is touched. */
export const ejection = async (world: World): Promise<Ejection> => {
  const { place, state } = await readHere(world)
  return ofRun(world, place, state)
}

const ofRun = async (world: World, place: RunPlace, state: CreateState): Promise<Ejection> => {
  if (place.kind === 'draft') throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const folder = place.home
  const own = await world.files.below(folder).walk(join(folder, ownFolder))
  const answers = await world.files.below(folder).read(join(folder, ownFolder, 'answers.yaml'))
  // A file of answers that somebody changed is theirs.
  const isOurs = (path: string): boolean =>
    isTrace(path) && (path !== 'answers.yaml' || answers === answersFileOf(state))
  const edited = await changedReports(world, folder, state.reports)
  const reports = state.reports.map(each => each.file)
  const { journal } = place
  const measured = measuredPlace(world, place)
  const begun = beginningLock(world, folder)
  const remembered = [
    join(journal.stateFolder, 'heads', journal.runId),
    join(journal.stateFolder, 'heads', measured.runId),
    join(measured.folder, `${measured.runId}.jsonl`),
    join(measured.folder, `${measured.runId}.lock`),
    join(begun.folder, `${begun.runId}.lock`),
    ownWrites(world, state),
  ]
  const forgets: string[] = []
  for (const path of remembered) if ((await world.files.bytes(path)) !== undefined) forgets.push(path)
  return {
    folder,
    removes: [
      ...own.filter(isOurs).map(path => `${ownFolder}/${path}`),
      ...reports.filter(file => !edited.includes(file)),
    ],
    forgets,
    leaves: [...own.filter(path => !isOurs(path)).map(path => `${ownFolder}/${path}`), ...edited],
    keeps: (await world.files.walk(folder)).filter(path => !reports.includes(path)).length,
    unmade: state.plan.filter(({ id }) => taskOf(state, id).at !== 'done').map(({ path }) => path),
  }
}

/** What tells others that a run is being worked on: it goes last. */
const holds = (path: string): boolean => /\.(?:lock|lock-journal|holder)$/.test(path)

/** Removes what {@link ejection} names, and the folders that are empty then. Nobody else may be at work on the run meanwhile. */
export const eject = async (world: World): Promise<Ejection> => {
  const found = await withRun(world, async session => {
    const all = await ofRun(world, session.place(), session.state())
    const files = world.files.below(all.folder)
    for (const path of all.removes.filter(each => !holds(each))) await files.remove(join(all.folder, path))
    return all
  })
  const files = world.files.below(found.folder)
  for (const path of found.removes) await files.remove(join(found.folder, path))
  for (const folder of [`${ownFolder}/runs`, `${ownFolder}/evidence`, `${ownFolder}/workspace`, ownFolder])
    if (!found.leaves.some(path => path.startsWith(`${folder}/`))) await files.remove(join(found.folder, folder))
  for (const path of found.forgets) await world.files.remove(path)
  return found
}
