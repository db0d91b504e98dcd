import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { ContentHash, TaskId } from '../base/brand.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { planOfRun } from './planning.ts'
import { renderTask } from './rendering.ts'
import { readObject, taskText } from './workspace.ts'
import type { World } from './world.ts'

/**
 * How a delivery differs from what it would take the place of: the file that lies there, else the attempt before it whose text is
 * still kept; and an accepted file from what was accepted. A unified diff; empty when they are the same, undefined when there is nothing to compare with.
 */
export const taskDiff = async (
  world: World,
  target: string,
  state: CreateState,
  id: TaskId,
): Promise<string | undefined> => {
  const path = state.plan.find(each => each.id === id)?.path
  const { at, own, delivered } = taskOf(state, id)
  const now = await taskText(world, target, state, id)
  if (path === undefined || now === undefined || delivered === undefined) return undefined
  if (at === 'done') return diffSinceAccepted(world, target, state, id, now)
  const inPlace = await world.files.below(target).read(join(target, path))
  const against = inPlace === undefined ? await attemptBefore(world, target, own) : { text: inPlace, name: 'as it is' }
  if (against === undefined) return undefined
  if (against.text === now) return ''
  return createTwoFilesPatch(path, path, against.text, now, against.name, 'as delivered')
}

/** What somebody changed since the file was accepted; undefined when what was accepted is kept nowhere and cannot be made again. */
const diffSinceAccepted = async (world: World, target: string, state: CreateState, id: TaskId, now: string) => {
  const accepted = taskOf(state, id).delivered?.hash
  if (accepted === undefined || accepted === contentHash(now)) return ''
  const text = (await readObject(world, target, accepted)) ?? (await madeAgain(world, target, state, id))
  const path = state.plan.find(each => each.id === id)?.path ?? ''
  return text === undefined || contentHash(text) !== accepted
    ? undefined
    : createTwoFilesPatch(path, path, text, now, 'as accepted', 'as it is now')
}

/** The text that the design gives a file, where it follows from it. */
const madeAgain = async (world: World, target: string, state: CreateState, id: TaskId): Promise<string | undefined> => {
  const plan = await planOfRun(world, state)
  const task = isRefusal(plan) ? undefined : plan.tasks.find(each => each.id === id)
  if (isRefusal(plan) || task?.maker !== 'template') return undefined
  const from = await Promise.all(task.from.map(each => taskText(world, target, state, each)))
  return renderTask(
    world,
    plan,
    task,
    from.map(each => each ?? ''),
  )
}

const attemptBefore = async (world: World, target: string, own: readonly ContentHash[]) => {
  const before = own.at(-2)
  const text = before === undefined ? undefined : await readObject(world, target, before)
  return text === undefined ? undefined : { text, name: 'the attempt before' }
}
