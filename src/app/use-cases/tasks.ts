import { join } from 'node:path'
import type { TaskId } from '../../base/brand.ts'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { shellWord } from '../../base/shell-word.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { unmergedLine } from '../../core/documents/merge.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { create } from '../../core/workflow/create/machine.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import type { TaskCommand, TaskState } from '../../core/workflow/task/types.ts'
import { type Since, sinceAccepted } from '../accepted.ts'
import { standingDecider } from '../deciders/standing.ts'
import { doerNamed } from '../doers.ts'
import { makeTasks } from '../effects/make.ts'
import { type Fix, fixCommand, fixOf } from '../fixes.ts'
import { planOfRun } from '../planning.ts'
import { promptOf } from '../prompts.ts'
import { readHere, withRun } from '../runs/here.ts'
import { targetOf } from '../runs/locate.ts'
import { type Session } from '../runs/session.ts'
import { taskDiff } from '../task-diff.ts'
import { whoIs } from '../who.ts'
import { keepObject, refuseLost, taskText } from '../workspace.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

/** A task with all that is known of it. */
export interface TaskView {
  readonly planned: PlannedTask
  readonly state: TaskState
  readonly prompt: string
  /** What its file holds now; undefined when nothing was delivered. */
  readonly text: string | undefined
  /** How it differs from what it would take the place of, or from the attempt before; undefined without something to compare. */
  readonly diff: string | undefined
  /** Of an accepted file: whether it is as it was accepted. */
  readonly since: Since | undefined
}

const planOrRefuse = async (world: World, state: CreateState): Promise<Plan> => {
  // A plan that waits is shown although something in the way kept it from being made: how else would it be changed.
  if (state.plan.length === 0 && state.at !== 'plan')
    throw new KnownError('TSQ-RUN-ORDER', { at: state.at, asked: 'a task', possible: [] })
  const plan = await planOfRun(world, state)
  return isRefusal(plan) ? refuse(plan) : plan
}

/** A task by its id (`T-004`, `4`) or its path. A path outside the approved tree is refused as such. */
export const findTask = <T extends Pick<PlannedTask, 'id' | 'path'>>(
  plan: { readonly tasks: readonly T[] },
  name: string,
): T => {
  const id = /^\d+$/.test(name) ? `T-${name.padStart(3, '0')}` : name.toUpperCase()
  const found = plan.tasks.find(each => each.id === id || each.path === name)
  if (found !== undefined) return found
  if (/[/.]/.test(name)) {
    const near = nearest(
      name,
      plan.tasks.map(each => each.path),
    )
    throw new KnownError('TSQ-PATH-OUTSIDE-TREE', { path: name, ...(near !== undefined && { nearest: near }) })
  }
  throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'task', name, known: [`T-001 … ${plan.tasks.at(-1)?.id ?? ''}`] })
}

/** Looks at a task without touching the run. */
export const viewTask = async (world: World, name: string): Promise<TaskView> => {
  const { place, state } = await readHere(world)
  const plan = await planOrRefuse(world, state)
  const planned = findTask(plan, name)
  const own = taskOf(state, planned.id)
  const target = targetOf(place, state.given.intake?.repository_name) ?? place.home
  return {
    planned,
    state: own,
    prompt: await promptOf(world, plan, planned, state, { target }),
    text: await taskText(world, target, state, planned.id),
    diff: await taskDiff(world, target, state, planned.id),
    since: own.at === 'done' ? await sinceAccepted(world, target, state, planned.id) : undefined,
  }
}

/** The tree and tasks of the run here, as far as they are planned. */
export const viewPlan = async (world: World): Promise<{ readonly plan: Plan; readonly state: CreateState }> => {
  const { state } = await readHere(world)
  return { plan: await planOrRefuse(world, state), state }
}

/** Goes on with what was recorded before: a policy to accept all that pass stays in force until the design is opened again. */
const goOn = async (world: World, session: Session): Promise<Advanced> =>
  advance(world, session, standingDecider(session.state(), await whoIs(world)))

const target = (session: Session): string =>
  targetOf(session.place(), session.state().given.intake?.repository_name) ?? session.place().home

/** One decision on one task by a person at the command line; then the run goes on as far as it can. */
export const decideTask = (
  world: World,
  name: string,
  make: (by: { who: string; channel: 'command'; why?: string }) => TaskCommand,
  why: string | undefined,
): Promise<Advanced> =>
  withRun(world, async session => {
    const { id } = findTask(await planOrRefuse(world, session.state()), name)
    const command = make({ who: await whoIs(world), channel: 'command', ...(why !== undefined && { why }) })
    // Whether it may be accepted at all is for the machine to say; only then is there something to look for.
    const task = { type: 'task', task: id, command } as const
    if (command.type === 'accept' && !isRefusal(create.decide(session.state(), task)))
      await refuseLost(world, target(session), session.state(), id)
    await session.transact([task])
    return goOn(world, session)
  })

/** Of an accepted file that nobody has touched there is nothing to say that was not said. */
const refuseUnchanged = async (world: World, state: CreateState, folder: string, id: TaskId): Promise<void> => {
  if (taskOf(state, id).at !== 'done' || (await sinceAccepted(world, folder, state, id)) !== 'kept') return
  throw new KnownError('TSQ-TASK-AS-ACCEPTED', { task: id, path: state.plan.find(each => each.id === id)?.path ?? '' })
}

/** The fix by rule of a file that waits for its review; refuses with TSQ-TASK-UNFIXABLE where there is none. */
const neededFix = async (world: World, state: CreateState, folder: string, id: TaskId): Promise<Fix> => {
  await refuseUnchanged(world, state, folder, id)
  const fix = taskOf(state, id).at === 'review' ? await fixOf(world, folder, state, id) : undefined
  if (fix === undefined) throw new KnownError('TSQ-TASK-UNFIXABLE', { task: id })
  return fix
}

/** Shows what a fix by rule would change; nothing is touched. */
export const previewFix = async (world: World, name: string): Promise<Fix> => {
  const { place, state } = await readHere(world)
  const { id } = findTask(await planOrRefuse(world, state), name)
  return neededFix(world, state, targetOf(place, state.given.intake?.repository_name) ?? place.home, id)
}

/** Takes the fix by rule; the file is checked again, and the run goes on. */
export const applyFix = (world: World, name: string): Promise<Advanced> =>
  withRun(world, async session => {
    const { id } = findTask(await planOrRefuse(world, session.state()), name)
    const fix = await neededFix(world, session.state(), target(session), id)
    const by = { who: await whoIs(world), channel: 'command', why: 'the difference was shown' } as const
    const command = await fixCommand(world, target(session), session.state(), fix, by)
    await session.transact([command])
    return goOn(world, session)
  })

/** Has a doer make one task now. */
export const runTask = (world: World, name: string, doer: string): Promise<Advanced> =>
  withRun(world, async session => {
    const { id } = findTask(await planOrRefuse(world, session.state()), name)
    mustBeAtWork(session.state(), 'run')
    const named = await doerNamed(world, doer)
    const needs = unmet(session.state(), id)
    if (needs.length > 0) throw new KnownError('TSQ-TASK-WAITS', { task: id, needs })
    await makeTasks(world, session, target(session), [id], named, `trysquare task run ${id}`)
    const { attempt, failures } = taskOf(session.state(), id)
    const failed = failures.findLast(each => each.attempt === attempt)
    // The run would have its own doer try next, and the words of this one would be lost among what comes of that.
    if (failed !== undefined) throw new KnownError('TSQ-DOER-DELIVERY', { task: id, doer, reason: failed.what })
    return goOn(world, session)
  })

/** Nothing is written before the plan is approved. */
const mustBeAtWork = (state: CreateState, doing: string): void => {
  if (state.at !== 'tasks' && state.at !== 'finished')
    throw new KnownError('TSQ-RUN-ORDER', { at: state.at, asked: `task ${doing}`, possible: [] })
}

const unmet = (state: CreateState, id: TaskId): readonly string[] =>
  (state.plan.find(each => each.id === id)?.from ?? []).filter(
    need => !['checking', 'review', 'accepted', 'done'].includes(taskOf(state, need).at),
  )

/** Takes what a person put in place, or a file given by name, as the delivery of a task. */
export const submitTask = (
  world: World,
  name: string,
  file: string | undefined,
): Promise<{ readonly task: PlannedTask; readonly advanced: Advanced }> =>
  withRun(world, async session => {
    const submitted = findTask(await planOrRefuse(world, session.state()), name)
    const { id, path } = submitted
    mustBeAtWork(session.state(), 'submit')
    const from = file ?? join(target(session), path)
    const text = await world.files.read(from, 2_000_000)
    if (text === undefined)
      throw new KnownError('TSQ-DOER-DELIVERY', { task: id, doer: 'manual', reason: `There is no file at ${from}.` })
    const unmerged = unmergedLine(text)
    if (unmerged !== undefined)
      throw new KnownError(
        'TSQ-MERGE-OPEN',
        {
          file: from,
          line: unmerged,
          submit: `trysquare task submit ${id}${file === undefined ? '' : ` --file ${shellWord(file)}`}`,
        },
        { file: from, line: unmerged },
      )
    const before = taskOf(session.state(), id)
    if (before.at === 'done' && before.delivered?.hash === contentHash(text))
      throw new KnownError('TSQ-TASK-AS-ACCEPTED', { task: id, path })
    const delivered = { hash: contentHash(text), bytes: Buffer.byteLength(text), doer: 'manual' }
    const task = { type: 'task', task: id, command: { type: 'deliver', delivered } } as const
    const decided = create.decide(session.state(), task)
    // What cannot be taken is not kept either.
    if (isRefusal(decided)) return refuse(decided)
    await keepObject(world, target(session), text)
    await session.transact([task])
    return { task: submitted, advanced: await goOn(world, session) }
  })
