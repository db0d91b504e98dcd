import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { ContentHash, TaskId } from '../base/brand.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { readObject, taskText } from './workspace.ts'
import type { World } from './world.ts'

/**
 * How a delivery differs from what it would take the place of: the file that lies there, else the attempt before it whose text is
 * still kept. A unified diff; empty when they are the same, undefined when there is nothing to compare with.
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
  const inPlace = at === 'done' ? undefined : await world.files.below(target).read(join(target, path))
  const against = inPlace === undefined ? await attemptBefore(world, target, own) : { text: inPlace, name: 'as it is' }
  if (against === undefined) return undefined
  if (against.text === now) return ''
  return createTwoFilesPatch(path, path, against.text, now, against.name, 'as delivered')
}

const attemptBefore = async (world: World, target: string, own: readonly ContentHash[]) => {
  const before = own.at(-2)
  const text = before === undefined ? undefined : await readObject(world, target, before)
  return text === undefined ? undefined : { text, name: 'the attempt before' }
}
