import type { TaskId } from '../../base/brand.ts'
import { refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { mergeByHand } from '../../core/documents/merge.ts'
import type { Collision, CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import { settleWith } from '../open-file.ts'
import { planOfRun } from '../planning.ts'
import { renderTask } from '../rendering.ts'
import type { Session } from '../runs/session.ts'
import { theirText } from '../theirs.ts'
import { keepObject, mergePath } from '../workspace.ts'
import type { World } from '../world.ts'

/** What was decided on the file that lies where a task would write; undefined when nothing lies there. */
export const collisionOf = (state: CreateState, id: TaskId): Collision | undefined => {
  const path = state.plan.find(each => each.id === id)?.path
  return state.collisions.find(each => each.path === path)
}

/** Nothing can look into what is no text: it stays where it lies, and the task stays open, with that said. */
const keptBytes = (id: TaskId, { path, from, by }: Collision): readonly CreateCommand[] => {
  const why = `your ${from ?? path} is kept as it is: it is no text in UTF-8, so nothing could be checked, and the gate fails on it until it is: \`${settleWith(path, 'replace')}\` has the planned one made`
  const named = { who: by?.who ?? '', channel: by?.channel ?? 'command', why } as const
  return [{ type: 'task', task: id, command: { type: 'defer', by: named } }]
}

const kept = async (
  world: World,
  state: CreateState,
  target: string,
  id: TaskId,
  collision: Collision,
): Promise<readonly CreateCommand[]> => {
  if (collision.bytes === true) return keptBytes(id, collision)
  const { path } = collision
  const text = await theirText(world, target, state, collision)
  const how = `Your ${path} was to be kept and is no longer there: \`trysquare decide collisions.${path} replace\` has it made.`
  if (text === undefined) return [{ type: 'task', task: id, command: { type: 'wait', how } }]
  const hash = await keepObject(world, target, text)
  return [
    {
      type: 'task',
      task: id,
      command: { type: 'deliver', delivered: { hash, bytes: Buffer.byteLength(text), doer: 'manual' } },
    },
  ]
}

const merging = async (
  world: World,
  session: Session,
  target: string,
  id: TaskId,
  collision: Collision,
): Promise<readonly CreateCommand[]> => {
  const { path } = collision
  const plan = await planOfRun(world, session.state())
  if (isRefusal(plan)) return refuse(plan)
  const task = plan.tasks.find(each => each.id === id)
  const theirs = (await theirText(world, target, session.state(), collision)) ?? ''
  const submit = (file: string) => `give it in: \`trysquare task submit ${id} --file ${file}\`.`
  if (task?.maker !== 'template')
    return [
      {
        type: 'task',
        task: id,
        command: { type: 'wait', how: `Only you know what ${path} should hold: change yours and ${submit(path)}` },
      },
    ]
  const both = mergeByHand(theirs, await renderTask(world, plan, task))
  const file = mergePath(target, path, both)
  // A file that a person has begun to merge is not begun anew.
  if ((await world.files.below(target).read(file)) === undefined) await world.files.below(target).write(file, both)
  return [
    {
      type: 'task',
      task: id,
      command: { type: 'wait', how: `Both versions stand in ${file}: settle what differs there, then ${submit(file)}` },
    },
  ]
}

/** Takes a person's own files as the deliveries of their tasks, or lays both versions out to be merged by hand. */
export const takeTheirs = async (
  world: World,
  session: Session,
  target: string,
  ids: readonly TaskId[],
): Promise<void> => {
  for (const id of ids) {
    const collision = collisionOf(session.state(), id)
    if (collision === undefined) throw new Error(`nothing lies in the way of ${id}`)
    const taken =
      collision.how === 'keep'
        ? await kept(world, session.state(), target, id, collision)
        : await merging(world, session, target, id, collision)
    await session.transact([{ type: 'task', task: id, command: { type: 'start', doer: 'manual' } }, ...taken])
  }
}
