import { join } from 'node:path'
import type { TaskId } from '../base/brand.ts'
import { firstFew } from '../base/first-few.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { oneLine } from '../base/visible.ts'
import { create } from '../core/workflow/create/machine.ts'
import type { CreateCommand, CreateState } from '../core/workflow/create/types.ts'
import type { Unfinished } from '../ports/workshop.ts'
import type { Session } from './runs/session.ts'
import type { World } from './world.ts'

/** Where this machine keeps that a command is at work beside a repository: outside of every one. */
export const markPlace = (world: Pick<World, 'places'>, target: string): string =>
  join(world.places.state, 'at-work', `${contentHash(target).slice(0, 16)}.json`)

/** As many paths as are named in a sentence. */
const few = 8

const changesOf = (since: NonNullable<Unfinished['since']>): string => {
  const named = since.map(({ path, how }) => `${path} ${how === 'changed' ? 'changed' : `is ${how}`}`)
  return firstFew(named, few)
}

/** What is said of it; what lies there may be a person's by now, so nothing of it is touched. */
const wordsOf = ({ doer, files, since }: Unfinished): string => {
  const who = doer === undefined ? 'A command' : doer
  const what = files.length === 0 ? '' : ` on ${files.join(', ')}`
  const changes =
    since === undefined
      ? 'What has changed in the repository since it began is not known'
      : `Since it began ${changesOf(since)}, by it or by somebody else`
  return oneLine(
    `${who} was at work${what} when Trysquare was killed, and nothing was put back. ${changes}: all of it is left as it lies. Look through it, and take back what is not yours.`,
  )
}

/** An attempt that was cut off, and what it may have done, of each file that it was to make. */
const attempts = (state: CreateState, { doer = 'exec', files, since }: Unfinished): readonly CreateCommand[] =>
  files.flatMap(path => {
    const id: TaskId | undefined = state.plan.find(each => each.path === path)?.id
    if (id === undefined) return []
    const started: CreateCommand = { type: 'task', task: id, command: { type: 'start', doer: oneLine(doer) } }
    if (isRefusal(create.decide(state, started))) return []
    const changed = since === undefined ? 'what changed in the repository meanwhile is not known' : changesOf(since)
    const reason = oneLine(`it was cut off when Trysquare was killed, and nothing was put back: ${changed}`)
    return [started, { type: 'task', task: id, command: { type: 'fail', reason } }]
  })

/**
 * Says what a command may have left in the repository that was at work when this program was killed, and records it as a failed
 * attempt: whatever was put back otherwise could be a person's by now. Where nothing has changed there is nothing to say.
 */
export const tellUnfinished = async (world: World, session: Session): Promise<void> => {
  const { kind, home } = session.place()
  if (kind !== 'repository') return
  const mark = markPlace(world, home)
  const left = await world.workshop.unfinished(home, mark)
  if (left === undefined) return
  if (left.since === undefined || left.since.length > 0) {
    await session.transact(attempts(session.state(), left))
    world.reporter.note(wordsOf(left))
  }
  // Last: whoever is killed here is told once more.
  await world.files.remove(mark)
}
