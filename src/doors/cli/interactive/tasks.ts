import { acceptPassing, passes } from '../../../app/deciders/accept-passing.ts'
import { fixCommand, fixOf } from '../../../app/fixes.ts'
import { taskDiff } from '../../../app/task-diff.ts'
import { keepObject, taskText } from '../../../app/workspace.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { visibleLines } from '../../../base/visible.ts'
import { answerStages } from '../../../core/design/answers/stages.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import { waits } from '../../../core/documents/report/words.ts'
import { failing, open, overall } from '../../../core/gates/verdict.ts'
import { taskOf } from '../../../core/workflow/create/apply.ts'
import { create } from '../../../core/workflow/create/machine.ts'
import type { CreateCommand, TaskOutline } from '../../../core/workflow/create/types.ts'
import type { TaskCommand, TaskState } from '../../../core/workflow/task/types.ts'
import type { Context } from './context.ts'
import { taskNamed } from './plans.ts'
import { chooseStage } from './reviews.ts'

/** What the review of files remembers while the program runs. */
export interface TaskMemory {
  /** The person chose to accept all that pass, now and later. */
  acceptPassing: boolean
}

const nothing = { rows: [], findings: [] }
const dismissedIn = (task: TaskState): readonly string[] => task.dismissed.map(each => each.finding)
const commandFor = (outline: TaskOutline, command: TaskCommand): CreateCommand => ({
  type: 'task',
  task: outline.id,
  command,
})

const show = ({ talk }: Context, outline: TaskOutline, task: TaskState): void => {
  const validation = task.validation ?? nothing
  const left = open(validation.findings, dismissedIn(task))
  talk.say('', `${talk.style.bold(outline.id)}  ${outline.path}`, `  ${outline.purpose}`)
  if (task.at !== 'review') talk.say(`  ${task.how ?? 'It waits for files that are not made yet.'}`)
  else talk.say(...printRows(validation.rows), `Overall: ${overall(validation, dismissedIn(task))}`)
  talk.say(
    ...left.map(
      (each, index) =>
        `  ${index + 1}  ${each.rule}${each.line === undefined ? '' : ` line ${each.line}`}: ${each.message}${each.fix === undefined ? '' : ` (${each.fix})`}`,
    ),
  )
  for (const each of task.dismissed) talk.say(talk.style.dim(`  dismissed: ${each.finding} (${each.by.why ?? ''})`))
}

const reason = async ({ talk }: Context, label: string): Promise<string | undefined> => {
  const text = await talk.ask(`${label} (Enter: never mind)`)
  return text === '' || text === '<' ? undefined : text
}

/** A person's own version: kept, and checked like anyone's delivery. */
const edited = async (context: Context, outline: TaskOutline, target: string): Promise<TaskCommand | undefined> => {
  const before = (await taskText(context.world, target, context.state, outline.id)) ?? ''
  const text = await context.talk.edit(before, outline.path.split('/').at(-1) ?? 'file')
  if (text === undefined || text === before || text === '') return undefined
  const hash = await keepObject(context.world, target, text)
  return { type: 'deliver', delivered: { hash, bytes: Buffer.byteLength(text), doer: 'manual' } }
}

const accept = async (context: Context, task: TaskState): Promise<TaskCommand | undefined> => {
  const left = failing(task.validation ?? nothing, dismissedIn(task))
  if (left.length === 0) return { type: 'accept', by: context.by }
  context.talk.say(`  It does not pass: ${left.join(', ')}. To accept it as it is, type the names of these checks.`)
  const typed = await reason(context, 'Accept in spite of')
  return typed === undefined
    ? undefined
    : { type: 'accept', by: context.by, acknowledged: typed.split(/[,\s]+/).filter(Boolean) }
}

const dismiss = async (context: Context, task: TaskState): Promise<TaskCommand | undefined> => {
  const left = open(task.validation?.findings ?? [], dismissedIn(task))
  const number = left.length === 1 ? '1' : await reason(context, `Which finding, 1 to ${left.length}`)
  const finding = number === undefined ? undefined : left[Number(number) - 1]
  if (finding === undefined) return undefined
  const why = await reason(context, 'Why is it false')
  return why === undefined ? undefined : { type: 'dismiss', finding: finding.id, by: { ...context.by, why } }
}

const withReason = async (context: Context, type: 'defer' | 'abort'): Promise<TaskCommand | undefined> => {
  const why = await reason(context, `Why ${type} it`)
  return why === undefined ? undefined : { type, by: { ...context.by, why } }
}

const modify = async (context: Context): Promise<TaskCommand | undefined> => {
  const asked = await reason(context, 'What to change')
  return asked === undefined ? undefined : { type: 'modify', by: context.by, asked }
}

/** What rules can put right, shown as a difference and taken only with a word. */
const putRight = async (context: Context, outline: TaskOutline, target: string): Promise<TaskCommand | undefined> => {
  const { talk, state, world, by } = context
  const fix = await fixOf(world, target, state, outline.id)
  if (fix === undefined) {
    talk.refuse('No rule puts anything of it right.')
    return undefined
  }
  talk.show(visibleLines(fix.diff).join('\n'))
  const answer = (await talk.ask(`Put right: ${fix.what.join(', ')} (y, or Enter: never mind)`)).toLowerCase()
  if (answer !== 'y' && answer !== 'yes') return undefined
  const command = await fixCommand(world, target, state, fix, by)
  return command.type === 'task' ? command.command : undefined
}

/** Which files a file waits for: a name that can be looked at helps more than a command. */
const waitsFor = ({ state }: Context, needs: readonly string[]): readonly string[] => {
  const named = state.plan.filter(each => needs.includes(each.id))
  return named.map(each => {
    const task = taskOf(state, each.id)
    return `  ${each.id}  ${each.path}  (${passes(task) ? 'passes' : task.at === 'review' ? 'needs revision' : task.at})`
  })
}

/** One file: looked at and decided. Undefined when the person goes back to the list. */
const oneTask = async (
  context: Context,
  outline: TaskOutline,
  target: string,
): Promise<CreateCommand | 'all' | undefined> => {
  const { talk, state } = context
  const task = taskOf(state, outline.id)
  const inReview = task.at === 'review'
  show(context, outline, task)
  const menu = inReview
    ? '  a accept · m modify · r regenerate · p put right by rule · f dismiss a finding · d defer · x abort · t text · v difference · e edit · < back'
    : `  ${task.at === 'waiting' ? 'e write it in your editor · ' : ''}d defer · x abort · < back`
  const some = acceptPassing(state, context.by).length > 0
  const offer = talk.style.dim('  A accepts all that pass, in their order, now and later (recorded as your policy).')
  talk.say(talk.style.dim(menu), ...(some ? [offer] : []))
  for (;;) {
    const typed = await talk.ask(outline.id)
    if (typed === 'A' && some) return 'all'
    const text = typed.toLowerCase()
    if (text === '<' || text === '') return undefined
    if (text === 't') {
      const content = await taskText(context.world, target, state, outline.id)
      talk.show(
        content ??
          (task.delivered === undefined
            ? '  It has no text yet.'
            : '  Its text is not kept: a secret was found in it. Give it in again, mended.'),
      )
      talk.say(talk.style.dim(menu))
      continue
    }
    if (text === 'v') {
      const diff = await taskDiff(context.world, target, state, outline.id)
      if (diff === undefined) talk.say('  There is nothing to compare it with: it is the first text of this file.')
      else talk.show(diff === '' ? '  It is the same.' : visibleLines(diff).join('\n'))
      talk.say(talk.style.dim(menu))
      continue
    }
    const chosen =
      text === 'd'
        ? () => withReason(context, 'defer')
        : text === 'x'
          ? () => withReason(context, 'abort')
          : text === 'e' && task.at !== 'planned' && task.at !== 'making'
            ? () => edited(context, outline, target)
            : !inReview
              ? undefined
              : text === 'a'
                ? () => accept(context, task)
                : text === 'm'
                  ? () => modify(context)
                  : text === 'p'
                    ? () => putRight(context, outline, target)
                    : text === 'r'
                      ? async (): Promise<TaskCommand> => ({ type: 'regenerate', by: context.by })
                      : text === 'f'
                        ? () => dismiss(context, task)
                        : undefined
    if (chosen === undefined) {
      talk.refuse('One of the letters of the line above.')
      continue
    }
    const command = await chosen()
    if (command === undefined) continue
    const decided = create.decide(state, commandFor(outline, command))
    if (!isRefusal(decided)) return commandFor(outline, command)
    if (decided.code === 'TSQ-TASK-WAITS' && 'needs' in decided.data) {
      talk.refuse(`${outline.id} is accepted after the files that it needs:`)
      talk.say(...waitsFor(context, decided.data.needs))
      if (some) talk.say(offer)
    } else talk.refuse(decided)
  }
}

const listed = ({ talk }: Context, outlines: readonly TaskOutline[], note: (outline: TaskOutline) => string): void =>
  talk.say(...outlines.map(each => `  ${each.id}  ${each.path}${note(each) === '' ? '' : `  ${note(each)}`}`))

const deferAll = async (context: Context, waiting: readonly TaskOutline[]): Promise<readonly CreateCommand[]> => {
  const why = await reason(context, `Why defer all ${waiting.length}`)
  return why === undefined ? [] : waiting.map(each => commandFor(each, { type: 'defer', by: { ...context.by, why } }))
}

/** The review of what was made: all that pass at once, or one by one; and what waits for somebody. */
export const tasksDialog = async (
  context: Context,
  memory: TaskMemory,
  target: string,
): Promise<readonly CreateCommand[]> => {
  const { talk, state, by } = context
  const passing = acceptPassing(state, by)
  if (memory.acceptPassing && passing.length > 0) {
    talk.say(talk.style.dim(`  ✓ ${passing.length} more files that pass are accepted, as you chose.`))
    return passing
  }
  const at = (...places: readonly string[]) => state.plan.filter(each => places.includes(taskOf(state, each.id).at))
  const bad = at('review').filter(each => !passes(taskOf(state, each.id)))
  const held = at('review').filter(each => passes(taskOf(state, each.id))).length - passing.length
  const waiting = at('waiting')
  const counts = [
    ...(passing.length > 0 ? [`${passing.length} pass`] : []),
    ...(bad.length > 0 ? [`${bad.length} need revision`] : []),
    ...(held > 0 ? [`${held} pass but need one of those first`] : []),
    ...(waiting.length > 0 ? [`${waits(waiting.length)} for somebody`] : []),
  ]
  talk.say('', `${talk.style.bold('Files')}  ${counts.join(', ')}.`)
  listed(context, bad, each =>
    failing(taskOf(state, each.id).validation ?? nothing, dismissedIn(taskOf(state, each.id))).join(', '),
  )
  listed(context, waiting, each => taskOf(state, each.id).how ?? '')
  const menu = talk.style.dim(
    `  ${passing.length > 0 ? 'Enter or a = accept all that pass, now and later (recorded as your policy) · ' : ''}N = look at file N · l = list all · < = a stage again${waiting.length > 0 ? ' · d = defer all that wait' : ''}`,
  )
  talk.say(menu)
  const all = () => {
    memory.acceptPassing = true
    talk.say(talk.style.green(`  ✓ ${passing.length} files accepted`))
    return passing
  }
  for (;;) {
    const text = (await talk.ask('Files')).toLowerCase()
    if ((text === '' || text === 'a') && passing.length > 0) return all()
    const task = taskNamed(state, text)
    if (text === '?') {
      talk.say(
        '  A file that passes is yours to accept; one that does not is looked at by its number: there it can be modified, made again, deferred or left out. Nothing is accepted that you or your policy did not accept.',
        menu,
      )
    } else if (text === '<') {
      const stage = await chooseStage(context, answerStages)
      if (stage !== undefined) return [{ type: 'reopen', stage, by }]
      talk.say(menu)
    } else if (text === 'l') {
      listed(
        context,
        state.plan,
        each => `${taskOf(state, each.id).at}${passes(taskOf(state, each.id)) ? ', passes' : ''}`,
      )
      talk.say(menu)
    } else if (text === 'd' && waiting.length > 0) {
      const commands = await deferAll(context, waiting)
      if (commands.length > 0) return commands
    } else if (task !== undefined && ['review', 'waiting', 'planned', 'making'].includes(taskOf(state, task.id).at)) {
      const command = await oneTask(context, task, target)
      if (command === 'all') return all()
      if (command !== undefined) return [command]
      talk.say(menu)
    } else
      talk.refuse(
        task === undefined
          ? 'A letter of the line above, or the number of a file.'
          : `${task.id} is ${taskOf(state, task.id).at} already.`,
      )
  }
}
