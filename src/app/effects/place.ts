import { join } from 'node:path'
import type { TaskId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand, Found } from '../../core/workflow/create/types.ts'
import type { Session } from '../runs/session.ts'
import { setAside } from '../set-aside.ts'
import { textAt } from '../theirs.ts'
import { readObject } from '../workspace.ts'
import type { World } from '../world.ts'

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
  const placed: TaskId[] = []
  const found: Found[] = []
  for (const id of ids) {
    const outline = state.plan.find(each => each.id === id)
    const { delivered, own: texts, replaces, replacesOf } = taskOf(state, id)
    if (outline === undefined || delivered === undefined) throw new Error(`${id} was accepted without a delivery`)
    const path = join(target, outline.path)
    const before = await world.files.below(target).bytes(path)
    const theirs = before && contentHash(before)
    if (theirs !== undefined && theirs !== delivered.hash) {
      const decided = state.collisions.find(each => each.path === outline.path && each.theirs === theirs)
      const own = texts.includes(theirs)
      // A person's accepted file is not written over because something around it changed: that is asked.
      const byHand = theirs === replaces && replacesOf === 'manual'
      if (decided?.how === undefined && (!own || byHand)) {
        const bytes = (await textAt(world, target, outline.path)) === undefined
        found.push({ path: outline.path, theirs, ...(bytes && { bytes }) })
        continue
      }
      // Only what the built-in doer made can be made again.
      if (theirs !== replaces || replacesOf !== 'builtin') await setAside(world, state, target, outline.path)
    }
    if (theirs !== delivered.hash) {
      const text = await readObject(world, target, delivered.hash)
      if (text === undefined) throw new KnownError('TSQ-DELIVERY-LOST', { task: id })
      await world.files.below(target).write(path, text)
    }
    placed.push(id)
  }
  await session.transact([
    ...placed.map((task): CreateCommand => ({ type: 'task', task, command: { type: 'place' } })),
    ...(found.length > 0 ? [{ type: 'collide', found } as const] : []),
  ])
}
