import { planChanges } from '../../../app/plan-changes.ts'
import { planOfRun } from '../../../app/planning.ts'
import { promptOf } from '../../../app/prompts.ts'
import { refuse } from '../../../base/errors/known-error.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { answerStages } from '../../../core/design/answers/stages.ts'
import { drawTree } from '../../../core/design/tree/draw.ts'
import type { CreateCommand, CreateState, TaskOutline } from '../../../core/workflow/create/types.ts'
import { changedPlan } from '../changed-plan.ts'
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
  '  e N    shows what task N is asked to do; it changes nothing.',
  '  t      draws the same files as a tree.',
  '  <      reopens a stage; the plan is made anew from its answers.',
]

/** The plan: shown, explained task by task, approved; or a stage is reopened. */
export const planDialog = async (context: Context): Promise<readonly CreateCommand[]> => {
  const { talk, state, by } = context
  talk.say(
    '',
    talk.style.bold(`Plan: ${state.plan.length} files, in the order in which they are made`),
    ...planTable(state.plan, talk.width),
    ...(await folderLines(context)),
  )
  const changes = planChanges(state)
  if (changes !== undefined) talk.say('', ...changedPlan(changes))
  const menu = talk.style.dim('  Enter or a = approve · e N = explain task N · t = tree · < = a stage again · ? = help')
  talk.say(menu)
  for (;;) {
    const text = await talk.ask('Plan')
    const [, wanted] = /^e\s*(\S+)$/i.exec(text) ?? []
    if (text === '' || text === 'a' || text === 'approve') return [{ type: 'approve', by }]
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
    } else talk.refuse('Enter, a, e and a number, t, < or ?.')
  }
}
