import { Buffer } from 'node:buffer'
import type { TaskId } from '../../base/brand.ts'
import type { CreateCommand } from '../../core/workflow/create/types.ts'
import type { Delivery } from '../../ports/doer.ts'
import { keepObject } from '../workspace.ts'
import type { World } from '../world.ts'

/** The largest file that is taken from a doer of any kind, in bytes. */
export const largestFile = 2_000_000

/** The commands that record what a doer brought; a file is kept by its content first. `how` says what a person can do instead. */
export const commandsOf = async (
  world: World,
  target: string,
  task: TaskId,
  doer: string,
  delivery: Delivery,
  how: string,
): Promise<readonly CreateCommand[]> => {
  const command = (own: Extract<CreateCommand, { type: 'task' }>['command']): CreateCommand => ({
    type: 'task',
    task,
    command: own,
  })
  const started = command({ type: 'start', doer })
  if (delivery.kind === 'waiting') return [started, command({ type: 'wait', how: delivery.how })]
  if (delivery.kind === 'failed') return [started, command({ type: 'fail', reason: delivery.reason })]
  if (delivery.kind === 'refused') return [started, command({ type: 'wait', how: `${delivery.reason} ${how}` })]
  const { text, claim, strayed } = delivery
  const bytes = Buffer.byteLength(text)
  if (bytes > largestFile)
    return [started, command({ type: 'fail', reason: `it delivered ${bytes} bytes; ${largestFile} are accepted` })]
  const hash = await keepObject(world, target, text)
  return [
    started,
    command({
      type: 'deliver',
      delivered: {
        hash,
        bytes,
        doer,
        ...(claim !== undefined && { claim }),
        ...(strayed !== undefined && { strayed }),
      },
    }),
  ]
}
