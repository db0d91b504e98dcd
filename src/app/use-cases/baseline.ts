import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import {
  type Baseline,
  type Compared,
  compare,
  printBaseline,
  readBaseline,
  tightened,
} from '../../core/project/baseline.ts'
import type { Looked } from '../adopt/look.ts'
import { copyTree, measure } from '../adopt/measure.ts'
import { treeOf, trust, trustedBefore } from '../adopt/trust.ts'
import type { World } from '../world.ts'

const baselinePath = '.trysquare/baseline.json'

/** What came of measuring a repository’s own tools. */
export interface Measured {
  readonly today: Baseline
  /** Held against what was known. */
  readonly compared: readonly Compared[]
}

/** How a person’s word for this repository stands. */
export type TrustStanding = 'none' | 'same' | 'changed'

/** Whether the tree that lies there is the one that was trusted. */
export const trustStanding = async (world: World, looked: Looked): Promise<TrustStanding> => {
  const word = await trustedBefore(world, looked)
  if (word === undefined) return 'none'
  return treeOf(await world.surveyor.contents(looked.folder, looked.survey)) === word.tree ? 'same' : 'changed'
}

const known = async (world: World, looked: Looked): Promise<Baseline | undefined> => {
  const text = await world.files.below(looked.folder).read(join(looked.folder, baselinePath), 200_000_000)
  if (text === undefined) return undefined
  const baseline = readBaseline(text)
  // What was known is not forgotten in silence.
  if (baseline === undefined)
    throw new KnownError('TSQ-ADOPT-RECORD', { path: baselinePath, problem: 'it is not as it was written' })
  return baseline
}

/** Writes down a person’s trust, runs the repository’s own tools, and holds what is red against what was known. */
export const measureBaseline = async (world: World, looked: Looked, by: string, anew: boolean): Promise<Measured> => {
  if (await world.workshop.inside()) throw new KnownError('TSQ-DOER-DECIDES', { folder: looked.folder })
  const before = anew ? undefined : await known(world, looked)
  const contents = await copyTree(world, looked)
  await trust(world, looked, treeOf(contents), by)
  const today = await measure(world, looked, contents)
  const against = before ?? { ...today, tools: [] }
  const kept = before === undefined ? today : tightened(before, today)
  await world.files.below(looked.folder).write(join(looked.folder, baselinePath), printBaseline(kept))
  return { today, compared: compare(against, today) }
}
