import { join } from 'node:path'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type Change, changesBetween } from '../../core/project/changes.ts'
import { type Correction, withCorrections } from '../../core/project/corrections.ts'
import { type Portrait, portraitOf } from '../../core/project/portrait.ts'
import { type Project, projectOf } from '../../core/project/project.ts'
import {
  correctionsIn,
  type Held,
  type LeftAside,
  type Recorded,
  readRecord,
  recordOf,
} from '../../core/project/record.ts'
import { viewOf } from '../../core/project/view.ts'
import type { Survey } from '../../ports/survey.ts'
import { lookHere } from '../runs/here.ts'
import { targetOf } from '../runs/locate.ts'
import type { World } from '../world.ts'
import { readFolder } from './read.ts'

/** Where an adoption is written down. */
export const recordPath = '.trysquare/project.yaml'

/** A folder as it was looked at; nothing is written yet. */
export interface Looked {
  readonly folder: string
  readonly survey: Survey
  readonly project: Project
  readonly portrait: Portrait
  readonly practices: readonly Held[]
  readonly record: Recorded
  /** What lies there from an earlier look. */
  readonly before: Recorded | undefined
  readonly changes: readonly Change[]
  readonly corrections: readonly Correction[]
}

const refusals = {
  empty: 'TSQ-ADOPT-EMPTY',
  'not-python': 'TSQ-ADOPT-NOT-PYTHON',
  notebooks: 'TSQ-ADOPT-NOTEBOOKS',
  scripts: 'TSQ-ADOPT-SCRIPTS',
} as const

/** A run of our own is no stranger’s repository. */
const refuseOwn = async (world: World): Promise<void> => {
  const found = await lookHere(world)
  if (found === undefined || found.place.kind === 'draft') return
  const folder = targetOf(found.place, found.state.given.intake?.repository_name) ?? found.place.home
  throw new KnownError('TSQ-ADOPT-OWN', { folder, at: found.state.at })
}

const recordBefore = async (world: World, folder: string): Promise<Recorded | undefined> => {
  const text = await world.files.below(folder).read(join(folder, recordPath), 20_000_000)
  if (text === undefined) return undefined
  const read = readRecord(recordPath, text)
  return isRefusal(read) ? refuse(read) : read
}

const words: Readonly<Record<string, string>> = {
  link: 'a link inside the tree; what it leads to counts at its own place',
  'link-out': 'a link that leads out of the tree; not followed',
  pipe: 'a pipe; not opened',
  socket: 'a socket; not opened',
  device: 'a device; not opened',
  unreadable: 'may not be read, or went away',
  name: 'a name that is no text, or that no screen could show',
  'case-twin': 'differs from its neighbour only by case: one of them is lost on other systems',
  repository: 'a repository of its own; adopt it by itself',
  'too-large': 'larger than source or settings are; not read',
  'not-text': 'not UTF-8; not read',
  'not-python': 'nested too deeply to be followed; not read',
}

const asideOf = (oddities: readonly { readonly path: string; readonly what: string }[]): readonly LeftAside[] =>
  oddities.map(({ path, what }) => ({ path, what: words[what] ?? what }))

/** Looks at the folder that is worked in, with the corrections that were ever given, and these. Refuses what is none of a Python project. */
export const lookAt = async (world: World, newer: readonly Correction[] = []): Promise<Looked> => {
  const folder = world.host.cwd
  await refuseOwn(world)
  const before = await recordBefore(world, folder)
  const { readings, survey, oddities } = await readFolder(world, folder)
  const project = projectOf(viewOf(readings))
  const portrait = portraitOf(project)
  if (portrait.not !== undefined)
    throw new KnownError(refusals[portrait.not.kind], { folder, because: portrait.not.because })
  const practices = (await world.shelves.practices()).map(
    (each): Held => ({ id: each.id, ...each.measure(project, portrait) }),
  )
  const corrections = withCorrections(before === undefined ? [] : correctionsIn(before), newer)
  const record = recordOf({ portrait, practices, aside: asideOf(oddities), corrections })
  return {
    folder,
    survey,
    project,
    portrait,
    practices,
    record,
    before,
    changes: before === undefined ? [] : changesBetween(before, record),
    corrections,
  }
}
