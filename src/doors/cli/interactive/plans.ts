import { planChanges } from '../../../app/plan-changes.ts'
import { refuseObstacles } from '../../../app/plan-obstacles.ts'
import { planOfRun } from '../../../app/planning.ts'
import { promptOf } from '../../../app/prompts.ts'
import { editCommand, leavingOut, planToEdit } from '../../../app/use-cases/edit-plan.ts'
import { KnownError, refuse } from '../../../base/errors/known-error.ts'
import { isRefusal, type Refusal } from '../../../base/refusal.ts'
import { answerStages } from '../../../core/design/answers/stages.ts'
import type { PlanEdits } from '../../../core/design/plan/edits.ts'
import { freshIn } from '../../../core/design/plan/fit.ts'
import { drawTree } from '../../../core/design/tree/draw.ts'
import { readPlanFile } from '../../../core/documents/plan-file.ts'
import { create } from '../../../core/workflow/create/machine.ts'
import type { CreateCommand, CreateState, TaskOutline } from '../../../core/workflow/create/types.ts'
import { changedPlan, editedPlan } from '../changed-plan.ts'
import type { Context } from './context.ts'
import { chooseStage } from './reviews.ts'

const makers: Readonly<Record<TaskOutline['maker'], string>> = {
  template: 'built-in',
  manager: 'manager',
  mind: 'a mind',
}

const planTable = (plan: CreateState['plan'], width: number): readonly string[] => {
  const longest = Math.min(Math.max(20, width - 32), Math.max(...plan.map(each => each.path.length)))
  const row = (id: string, path: string, effort: string, maker: string) =>
    `  ${id.padEnd(6)} ${path.padEnd(longest)}  ${effort.padEnd(9)} ${maker}`.trimEnd()
  return [
    row('Task', 'File', 'Effort', 'Made by'),
    ...plan.map(each => row(each.id, each.path, each.effort, makers[each.maker])),
  ]
}

/** A task of the plan by what a person types: `4`, `t-004`, its path. */
export const taskNamed = (state: CreateState, text: string): TaskOutline | undefined => {
  const id = /^\d+$/.test(text) ? `T-${text.padStart(3, '0')}` : text.toUpperCase()
  return state.plan.find(each => each.id === id || each.path === text)
}

const explain = async ({ talk, world, state }: Context, outline: TaskOutline): Promise<void> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return refuse(plan)
  const task = plan.tasks.find(each => each.id === outline.id)
  if (task === undefined) return
  const prompt = (await promptOf(world, plan, task, state)).split('\n')
  talk.say(
    '',
    `${talk.style.bold(task.id)}  ${task.path}  (${task.effort}, ${makers[task.maker]})`,
    `  Purpose    ${task.purpose}`,
    `  Needs      ${
      state.plan
        .filter(each => task.needs.includes(each.id))
        .map(each => each.path)
        .join(', ') || 'nothing'
    }`,
    ...(task.interface === undefined || task.interface === ''
      ? []
      : [
          '  Interface',
          ...task.interface
            .trimEnd()
            .split('\n')
            .map(line => `    ${line}`),
        ]),
    '  Sub-prompt, its beginning:',
    ...prompt.slice(0, 24).map(line => `    ${line}`),
    ...(prompt.length > 24
      ? [talk.style.dim(`    … ${prompt.length - 24} more lines: \`trysquare task prompt ${task.id}\``)]
      : []),
  )
}

/** Where the project goes: nobody should have to guess it. */
export const folderLines = async ({ folder }: Context): Promise<readonly string[]> => {
  const path = await folder()
  return path === undefined ? [] : [`  Folder  ${path}`]
}

const meaning: readonly string[] = [
  '  Enter  approves: the files are made in this order, checked, and put into the folder.',
  '  x N    leaves file N out, for a reason that is recorded.',
  '  edit   opens the whole plan in your editor: leave files out, add your own, change the order.',
  '  e N    shows what task N is asked to do; it changes nothing.',
  '  t      draws the same files as a tree.',
  '  <      reopens a stage; the plan is made anew from its answers.',
]

/** Edits that the plan can bear; a person who wrote something else is told what, and asked again. */
const takenEdits = async (context: Context, edits: PlanEdits | Refusal): Promise<readonly CreateCommand[]> => {
  const { world, state, by, talk } = context
  try {
    const wanted = isRefusal(edits) ? refuse(edits) : edits
    const command = await editCommand(world, state, wanted, by)
    const folder = await context.folder()
    if (folder !== undefined) await refuseObstacles(world, folder, freshIn(wanted, state.edits))
    const decided = create.decide(state, command)
    return [isRefusal(decided) ? refuse(decided) : command]
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    talk.refuse(error)
    return []
  }
}

const editedInEditor = async (context: Context): Promise<readonly CreateCommand[]> => {
  const before = await planToEdit(context.world, context.state)
  const text = await context.talk.edit(before, 'plan.yaml')
  return text === undefined || text === before
    ? []
    : takenEdits(context, readPlanFile(text, context.state.plan, context.state.edits))
}

const leftOut = async (context: Context, name: string): Promise<readonly CreateCommand[]> => {
  const { talk, state } = context
  const task = taskNamed(state, name)
  if (task === undefined) {
    talk.refuse(`There is no task "${name}": 1 to ${state.plan.length}.`)
    return []
  }
  const why = await talk.ask(`Why leave ${task.path} out (Enter: never mind)`)
  return why === '' || why === '<' ? [] : takenEdits(context, leavingOut(state.edits, task.path, why))
}

/** The plan: shown, explained task by task, approved; or a stage is reopened. */
export const planDialog = async (context: Context): Promise<readonly CreateCommand[]> => {
  const { talk, state, by } = context
  talk.say(
    '',
    talk.style.bold(`Plan: ${state.plan.length} files, in the order in which they are made`),
    ...planTable(state.plan, talk.width),
    ...(await folderLines(context)),
    ...editedPlan(state.edits),
  )
  const changes = planChanges(state)
  if (changes !== undefined) talk.say('', ...changedPlan(changes))
  const menu = talk.style.dim(
    '  Enter or a = approve · e N = explain task N · x N = leave N out · edit = change it in your editor · t = tree · < = a stage again · ? = help',
  )
  talk.say(menu)
  for (;;) {
    const text = await talk.ask('Plan')
    const [, wanted] = /^e\s*(\S+)$/i.exec(text) ?? []
    if (text === '' || text === 'a' || text === 'approve') return [{ type: 'approve', by }]
    if (text === 'edit') {
      const commands = await editedInEditor(context)
      if (commands.length > 0) return commands
      talk.say(menu)
      continue
    }
    const [, out] = /^x\s*(\S+)$/i.exec(text) ?? []
    if (out !== undefined) {
      const commands = await leftOut(context, out)
      if (commands.length > 0) return commands
      talk.say(menu)
      continue
    }
    if (text === '<') {
      const stage = await chooseStage(context, answerStages)
      if (stage !== undefined) return [{ type: 'reopen', stage, by }]
      talk.say(menu)
    } else if (text === '?') talk.say(...meaning)
    else if (text === 't') {
      const purposes = new Map(state.plan.map(each => [each.path, each.purpose]))
      talk.say(
        ...drawTree(
          state.given.intake?.repository_name ?? '.',
          state.plan.map(each => each.path),
          path => {
            const purpose = purposes.get(path) ?? ''
            return purpose.length > 0 && purpose.length + 34 <= talk.width ? purpose : undefined
          },
        ),
      )
    } else if (wanted !== undefined) {
      const task = taskNamed(state, wanted)
      if (task === undefined) talk.refuse(`There is no task "${wanted}": 1 to ${state.plan.length}.`)
      else await explain(context, task)
    } else talk.refuse('Enter, a, e or x and a number, edit, t, < or ?.')
  }
}
