import { join } from 'node:path'
import type { TaskId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import type { StoredEvent } from '../../core/journal/event.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateEvent } from '../../core/workflow/create/types.ts'
import type { Session } from '../runs/session.ts'
import { readObject } from '../workspace.ts'
import type { World } from '../world.ts'

/** Hashes that a task's file may have in the repository without being somebody else's: what was delivered for it before. */
const ownHashes = (events: readonly StoredEvent<CreateEvent>[], id: TaskId): readonly string[] =>
  events.flatMap(({ event }) =>
    event.type === 'task' && event.task === id && event.event.type === 'delivered' ? [event.event.delivered.hash] : [],
  )

/** Writes accepted files into the repository. A file that holds something else is never overwritten. */
export const placeTasks = async (
  world: World,
  session: Session,
  target: string,
  ids: readonly TaskId[],
): Promise<void> => {
  const state = session.state()
  for (const id of ids) {
    const outline = state.plan.find(each => each.id === id)
    const { delivered } = taskOf(state, id)
    if (outline === undefined || delivered === undefined) throw new Error(`${id} was accepted without a delivery`)
    const path = join(target, outline.path)
    const before = await world.files.below(target).read(path)
    if (before !== undefined && contentHash(before) === delivered.hash) continue
    if (before !== undefined && !ownHashes(session.events(), id).includes(contentHash(before)))
      throw new KnownError('TSQ-FILE-CHANGED', { path: outline.path })
    const text = await readObject(world, target, delivered.hash)
    if (text === undefined) throw new KnownError('TSQ-DELIVERY-LOST', { task: id })
    await world.files.below(target).write(path, text)
  }
  await session.transact(ids.map(task => ({ type: 'task', task, command: { type: 'place' } })))
}
