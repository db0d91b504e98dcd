import { join } from 'node:path'
import { limitAsync } from 'es-toolkit/promise/limitAsync'
import type { TaskId } from '../../base/brand.ts'
import { contentHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState, Found } from '../../core/workflow/create/types.ts'
import type { Files } from '../../ports/files.ts'
import type { Session } from '../runs/session.ts'
import { setAside } from '../set-aside.ts'
import { textAt } from '../theirs.ts'
import { atOnce, lostDelivery, readObject } from '../workspace.ts'
import type { World } from '../world.ts'

/**
 * Writes one accepted file by `files`, whose names reach the disk later; what makes room for it is there before. Answers what stands
 * in its way instead, where nobody decided on it.
 */
const placeOne = async (
  world: World,
  state: CreateState,
  target: string,
  id: TaskId,
  name: RepoPath | undefined,
  files: Files,
): Promise<Found | undefined> => {
  const { delivered, own: texts, replaces, replacesOf } = taskOf(state, id)
  if (name === undefined || delivered === undefined) throw new Error(`${id} was accepted without a delivery`)
  const path = join(target, name)
  const before = await world.files.below(target).bytes(path)
  const theirs = before && contentHash(before)
  if (theirs === delivered.hash) return undefined
  if (theirs !== undefined) {
    const decided = state.collisions.find(each => each.path === name && each.theirs === theirs)
    // A person's accepted file is not written over because something around it changed: that is asked.
    const byHand = theirs === replaces && replacesOf === 'manual'
    if (decided?.how === undefined && (!texts.includes(theirs) || byHand)) {
      const bytes = (await textAt(world, target, name)) === undefined
      return { path: name, theirs, ...(bytes && { bytes }) }
    }
    // Only what the built-in doer made can be made again.
    if (theirs !== replaces || replacesOf !== 'builtin') await setAside(world, state, target, name)
  }
  const text = await readObject(world, target, delivered.hash)
  if (text === undefined) throw await lostDelivery(world, target, state, id)
  await files.below(target).write(path, text)
  return undefined
}

/**
 * Writes accepted files into the repository. A file that holds something else is written over only when a person decided so on
 * that very text; otherwise it is asked about, and nothing of this round is marked as placed.
 */
export const placeTasks = async (
  world: World,
  session: Session,
  target: string,
  ids: readonly TaskId[],
): Promise<void> => {
  const state = session.state()
  const paths = new Map(state.plan.map(each => [each.id, each.path]))
  const { files, flush } = world.files.batch()
  const one = limitAsync((id: TaskId) => placeOne(world, state, target, id, paths.get(id), files), atOnce)
  // All of them come to their end before a failure is told: nothing is written once the run is let go.
  const ended = await Promise.allSettled(ids.map(one))
  flush()
  const results = ended.map(each => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
  const found = results.filter(each => each !== undefined)
  await session.transact([
    ...ids
      .filter((_, index) => results[index] === undefined)
      .map((task): CreateCommand => ({ type: 'task', task, command: { type: 'place' } })),
    ...(found.length > 0 ? [{ type: 'collide', found } as const] : []),
  ])
}
