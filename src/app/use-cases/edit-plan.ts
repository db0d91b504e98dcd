import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import { companionOf } from '../../core/design/plan/companion.ts'
import type { AddedFile, PlanEdits } from '../../core/design/plan/edits.ts'
import { freshIn } from '../../core/design/plan/fit.ts'
import type { Plan } from '../../core/design/plan/plan.ts'
import { planFile, readPlanFile } from '../../core/documents/plan-file.ts'
import { pending } from '../../core/workflow/create/pending.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import { makePlan } from '../effects/plan.ts'
import { refuseEdits } from '../plan-edits.ts'
import { refuseObstacles } from '../plan-obstacles.ts'
import { planOfRun } from '../planning.ts'
import { withRun } from '../runs/here.ts'
import { targetOf } from '../runs/locate.ts'
import { decideAll, type Session } from '../runs/session.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { findTask } from './tasks.ts'

/** The changed plan as a command, once it is known that the files can bear it. */
export const editCommand = async (
  world: World,
  state: CreateState,
  edits: PlanEdits,
  by: By,
): Promise<CreateCommand> => {
  await refuseEdits(world, state, edits)
  return { type: 'edit-plan', edits, by }
}

/** Whether files are made after a plan: then it has to be opened again before it can be changed. */
const isApproved = ({ at }: CreateState): boolean => ['tasks', 'gate', 'report', 'finished'].includes(at)

/**
 * The plan that waits for its approval, or that could not be made for something in the way; nothing else of a run can be changed by
 * editing a plan.
 */
const openPlan = async (world: World, state: CreateState): Promise<Plan> => {
  if (state.at !== 'plan')
    throw new KnownError('TSQ-RUN-ORDER', {
      at: state.at,
      asked: 'plan edit',
      possible: isApproved(state) ? ['revise plan'] : [],
    })
  return planNow(world, state)
}

const planNow = async (world: World, state: CreateState): Promise<Plan> => {
  const plan = await planOfRun(world, state)
  return isRefusal(plan) ? refuse(plan) : plan
}

/** Keeps the edits, and plans anew with them. */
const change = (
  world: World,
  why: string | undefined,
  make: (plan: Plan, edits: PlanEdits) => PlanEdits,
): Promise<CreateState> =>
  withRun(world, async session => {
    const state = session.state()
    const edits = make(await openPlan(world, state), state.edits)
    const by: By = { who: await whoIs(world), channel: 'command', ...(why !== undefined && { why }) }
    return replan(world, session, [await editCommand(world, state, edits, by)])
  })

const folderOf = (session: Session): string =>
  targetOf(session.place(), session.state().given.intake?.repository_name) ?? session.place().home

/**
 * Keeps what changes or opens a plan together with the plan that follows: where that cannot be made, nothing has happened. Made only
 * where nothing else has to come before.
 */
export const replan = async (
  world: World,
  session: Session,
  commands: readonly CreateCommand[],
): Promise<CreateState> => {
  const before = session.state()
  const { state } = decideAll(before, commands)
  if (pending(state)?.type !== 'plan') return session.transact(commands)
  await refuseObstacles(world, folderOf(session), freshIn(state.edits, before.edits))
  const made = await makePlan(world, state, folderOf(session), session.place().kind === 'draft')
  return session.transact([...commands, ...made])
}

/** The edits with a file more, and with the test of it where it is a module and comes with one. */
const adding = (plan: Plan, edits: PlanEdits, file: AddedFile, alone: boolean): PlanEdits => {
  const test = alone ? undefined : companionOf(file.path, plan)
  return {
    ...edits,
    add: [
      ...(edits.add ?? []),
      { ...file, ...(file.after !== undefined && { after: file.after.map(name => findTask(plan, name).path) }) },
      ...(test === undefined ? [] : [{ path: test, purpose: `Tests ${file.path}.`, after: [file.path] }]),
    ],
  }
}

/**
 * Adds a file of the person's own, for a mind to make, and unless it is to come alone, the test of a module. Where files were made
 * already, the plan is opened again for it; all that was accepted stays, and the person approves the plan as it is then.
 */
export const addToPlan = (
  world: World,
  file: AddedFile,
  { why, alone }: { readonly why: string | undefined; readonly alone: boolean },
): Promise<CreateState> =>
  withRun(world, async session => {
    const state = session.state()
    const again = isApproved(state)
    const plan = again ? await planNow(world, state) : await openPlan(world, state)
    const by: By = { who: await whoIs(world), channel: 'command', why: why ?? `${file.path}: ${file.purpose}` }
    const command = await editCommand(world, state, adding(plan, state.edits, file, alone), by)
    return replan(world, session, again ? [{ type: 'reopen-plan', by }, command] : [command])
  })

/** The edits with one more file left out; one that the person had added is simply no longer added. */
export const leavingOut = ({ add, ...edits }: PlanEdits, path: string, why: string): PlanEdits => {
  const own = (add ?? []).some(each => each.path === path)
  const left = (add ?? []).filter(each => each.path !== path)
  const order = edits.order?.filter(each => each !== path)
  return {
    ...edits,
    ...(order !== undefined && { order }),
    ...(left.length > 0 && { add: left }),
    ...(!own && { remove: { ...edits.remove, [path]: why } }),
  }
}

/** Leaves a file out. */
export const removeFromPlan = (world: World, name: string, why: string): Promise<CreateState> =>
  change(world, why, (plan, edits) => leavingOut(edits, findTask(plan, name).path, why))

/** Moves a file before or behind another one. */
export const moveInPlan = (
  world: World,
  name: string,
  to: { readonly before?: string | undefined; readonly after?: string | undefined },
  why: string,
): Promise<CreateState> =>
  change(world, why, (plan, edits) => {
    const { path } = findTask(plan, name)
    const other = findTask(plan, to.before ?? to.after ?? '').path
    const rest = plan.tasks.map(each => each.path).filter(each => each !== path)
    const at = rest.indexOf(other) + (to.before === undefined ? 1 : 0)
    return { ...edits, order: [...rest.slice(0, at), path, ...rest.slice(at)], why }
  })

/** Takes the whole plan as a person edited it. */
export const takePlanFile = (world: World, text: string): Promise<CreateState> =>
  change(world, undefined, (plan, edits) => {
    const read = readPlanFile(text, plan.tasks, edits)
    return isRefusal(read) ? refuse(read) : read
  })

/** The plan that waits for its approval, as a file to edit. */
export const planToEdit = async (world: World, state: CreateState): Promise<string> =>
  planFile((await openPlan(world, state)).tasks)
