import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { RunId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { answersHash } from '../../core/design/answers/same.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { answerAt, answerStages, keysOf, partOf } from '../../core/design/answers/stages.ts'
import { questions } from '../../core/design/summary.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { noteLivedIn } from '../collisions.ts'
import { interpreterFor } from '../interpreter.ts'
import type { World } from '../world.ts'
import { beginningLock, findRun, forgetDraft, newRun, type RunPlace } from './locate.ts'
import { openSession, type Session } from './session.ts'

/** How a run is begun or found again. */
export interface Beginning {
  readonly idea?: string | undefined
  readonly out?: string | undefined
  readonly given: Given
  readonly doer: string
  readonly embedded: boolean
}

/** The date and time, so that the newest is the last by name; four random bytes, so that branches do not meet. */
const newId = (date: string, at: Date): RunId =>
  `create-${date}-${at.toISOString().slice(11, 19).replaceAll(':', '')}-${randomBytes(4).toString('hex')}` as RunId

const today = (world: World): string => {
  const now = world.clock.now()
  const two = (number: number) => String(number).padStart(2, '0')
  // The person's own calendar day: it is what they will look for in the changelog.
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A confirmed stage changes only by being reopened. */
export const refuseDrift = (state: CreateState, given: Given, folder: string): void => {
  for (const stage of answerStages) {
    if (state.confirmed[stage] === undefined) continue
    const before = partOf(stage, state.given)
    const now = partOf(stage, given)
    if (Object.keys(now).length === 0 || answersHash({ ...before, ...now }) === answersHash(before)) continue
    const paths = [...questions[stage].map(([path]) => path), ...keysOf[stage]]
    const path =
      paths.find(
        each =>
          answerAt(given, each) !== undefined &&
          answersHash(answerAt(given, each)) !== answersHash(answerAt(state.given, each)),
      ) ?? stage
    throw new KnownError('TSQ-ANSWERS-CHANGED', { stage, path, folder })
  }
}

/** Whoever says something new does not mean to go on with what was begun before. */
const refuseOther = ({ run, given }: CreateState, idea: string | undefined, folder: string): void => {
  if (idea === undefined || run === undefined || run.idea === idea) return
  const name = given.intake?.repository_name ?? (run.idea === undefined ? 'a run' : `"${run.idea}"`)
  throw new KnownError('TSQ-RUN-BEGUN', { name, date: run.date, folder, idea })
}

/**
 * Opens the run of a folder, or begins one there. A Python that this machine lacks is refused before
 * anything is asked or written.
 */
export const beginRun = async (world: World, beginning: Beginning): Promise<Session> => {
  const { cwd } = world.host
  const name = beginning.given.intake?.repository_name
  const folder = beginning.out !== undefined ? resolve(cwd, beginning.out) : name === undefined ? cwd : join(cwd, name)
  const out = beginning.out !== undefined || name !== undefined
  /** The run that was found; undefined when it was interrupted before its first event: then nothing was begun. */
  const continued = async (found: RunPlace | undefined): Promise<Session | undefined> => {
    if (found === undefined) return undefined
    const session = await openSession(world, found)
    try {
      if (session.state().at === 'new') {
        await session.close()
        return undefined
      }
      refuseOther(session.state(), beginning.idea, folder)
      refuseDrift(session.state(), beginning.given, beginning.out ?? folder)
    } catch (error) {
      await session.close()
      throw error
    }
    return session
  }
  const found = await continued(await findRun(world, folder))
  if (found !== undefined) return found
  if (out) await noteLivedIn(world, folder)
  const range = beginning.given.intake?.python
  if (range !== undefined && !beginning.embedded) await interpreterFor(world, range)
  const date = beginning.given.date ?? today(world)
  const id = newId(date, world.clock.now())
  const lock = await world.journal.open(beginningLock(world, folder))
  try {
    // Another process may have begun here since we looked; then its run is the one.
    const empty = await findRun(world, folder)
    const meanwhile = await continued(empty)
    if (meanwhile !== undefined) return meanwhile
    if (empty?.kind === 'draft') await forgetDraft(world, empty)
    const session = await openSession(world, await newRun(world, folder, out, id))
    await session.transact([
      {
        type: 'begin',
        run: {
          id,
          version: world.version,
          date,
          doer: beginning.doer,
          embedded: beginning.embedded,
          ...(beginning.idea !== undefined && { idea: beginning.idea }),
        },
      },
    ])
    return session
  } finally {
    await lock.close()
  }
}
