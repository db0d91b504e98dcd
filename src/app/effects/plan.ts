import type { TaskId } from '../../base/brand.ts'
import { refuse } from '../../base/errors/known-error.ts'
import { contentHash, valueHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { inputsOf } from '../../core/design/plan/inputs.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { standings } from '../../core/workflow/create/carry.ts'
import { absentees } from '../../core/workflow/create/refresh.ts'
import type { CreateCommand, CreateState, Former, TaskOutline } from '../../core/workflow/create/types.ts'
import { foundInTheWay, thingsBeside } from '../collisions.ts'
import { interpreterFor } from '../interpreter.ts'
import { designOfRun, planOfRun } from '../planning.ts'
import { renderTask, templateOf } from '../rendering.ts'
import type { World } from '../world.ts'

/** The tree that follows from the answers so far, for approval. */
export const proposeTree = async (world: World, state: CreateState): Promise<readonly CreateCommand[]> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  return [{ type: 'propose', files: plan.tasks.map(task => task.path), additions: plan.additions }]
}

const outlineOf = async (world: World, plan: Plan, task: PlannedTask): Promise<TaskOutline> => {
  const { id, role, path, purpose, effort, needs, from, maker } = task
  const template = await templateOf(world, plan, task)
  return { id, role, path, purpose, effort, needs, from, maker, inputs: inputsOf(plan, task, template?.text) }
}

const outlinesOf = async (world: World, plan: Plan): Promise<readonly TaskOutline[]> => {
  const outlines: TaskOutline[] = []
  for (const task of plan.tasks) outlines.push(await outlineOf(world, plan, task))
  return outlines
}

/** With the text that a template's file would have now, where its inputs have changed: they may have, and the text not. */
const withText = async (
  world: World,
  plan: Plan,
  outlines: readonly TaskOutline[],
  former: Former | undefined,
): Promise<readonly TaskOutline[]> => {
  if (former === undefined) return outlines
  const changed = standings(outlines, former)
  const tasks = new Map(plan.tasks.map(each => [each.id, each]))
  const told: TaskOutline[] = []
  for (const outline of outlines) {
    const task = tasks.get(outline.id)
    const again = changed.get(outline.id)?.kind === 'again' && outline.maker === 'template'
    told.push(
      again && task !== undefined ? { ...outline, text: contentHash(await renderTask(world, plan, task)) } : outline,
    )
  }
  return told
}

/** The tasks that follow from the confirmed design, and what lies where they would write. */
export const makePlan = async (
  world: World,
  state: CreateState,
  target: string,
  moving: boolean,
): Promise<readonly CreateCommand[]> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  // Without an interpreter the files would be made and could not be tried; here the range can still be answered anew.
  if (state.run?.embedded !== true) await interpreterFor(world, designOfRun(state).intake.python)
  const outlines = await outlinesOf(world, plan)
  const tasks = await withText(world, plan, outlines, state.former)
  const found = await foundInTheWay(world, target, state, tasks)
  const beside = moving ? await thingsBeside(world, target, tasks) : 0
  const lapsed = valueHash(plan.edits) !== valueHash(state.edits)
  if (lapsed)
    world.reporter.note(
      'Changes that were made to the plan before do not fit this one and have lapsed: `trysquare plan show`.',
    )
  return [
    {
      type: 'plan',
      tasks,
      ...(found.length > 0 && { found }),
      ...(beside > 0 && { beside }),
      ...(lapsed && { edits: plan.edits }),
    },
  ]
}

/** A module that imports one that is not there cannot be written without it: it stays as it is until that one is there. */
const leansOn = (absent: ReadonlySet<TaskId>, { id, path, needs }: TaskOutline): boolean =>
  absent.has(id) || (path.endsWith('.py') && needs.some(each => absent.has(each)))

/** The files that are made from something else since other files were left open, or delivered after all. */
export const refreshPlan = async (world: World, state: CreateState): Promise<CreateCommand> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  const recorded = new Map(state.plan.map(each => [each.id, each]))
  const absent = new Set(absentees(state))
  const now = (await outlinesOf(world, plan)).map(each => {
    const then = recorded.get(each.id)
    if (then === undefined) return each
    // What a mind made of inputs that nobody recorded is not thrown away.
    const unrecorded = then.inputs === undefined && each.maker !== 'template'
    return unrecorded || leansOn(absent, each) ? then : each
  })
  const outlines = await withText(world, plan, now, state)
  const changed = standings(outlines, state)
  const again = outlines.filter(
    ({ id, maker }) => maker !== 'mind' && changed.get(id)?.kind === 'again' && taskOf(state, id).at === 'done',
  )
  if (again.length > 0)
    world.reporter.note(
      `What is left open changed what other files may speak of; made again: ${again.map(each => each.path).join(', ')}.`,
    )
  return {
    type: 'refresh',
    without: absentees(state),
    outlines: outlines.filter(each => valueHash(recorded.get(each.id)) !== valueHash(each)),
  }
}
