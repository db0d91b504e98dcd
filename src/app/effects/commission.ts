import { limitAsync } from 'es-toolkit/promise/limitAsync'
import type { TaskId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { promptParts } from '../../core/documents/sub-prompt/parts.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand } from '../../core/workflow/create/types.ts'
import type { Delivery } from '../../ports/doer.ts'
import type { Limits, Worked, Workplace } from '../../ports/workshop.ts'
import { jobsOf, minutesOf } from '../bounds.ts'
import type { NamedDoer } from '../doers.ts'
import { budgetOf, promptOf, refuseFaulty } from '../prompts.ts'
import type { Session } from '../runs/session.ts'
import { asideFolder } from '../set-aside.ts'
import { shownTree } from '../shown-tree.ts'
import { markPlace } from '../unfinished.ts'
import { refuseUnrunnable } from '../unrunnable.ts'
import { objectPlace } from '../workspace.ts'
import type { World } from '../world.ts'
import { commandsOf, largestFile } from './delivered.ts'
import { renderer } from './renderer.ts'

/** No more on the screen or the disk than a file and its notes need. */
const room = { output: 1_000_000, disk: 200_000_000, file: largestFile } satisfies Partial<Limits>

/** Who makes files of which run, and where. */
export interface Commission {
  readonly world: World
  readonly session: Session
  readonly target: string
  readonly plan: Plan
  readonly named: NamedDoer
  /** The command that goes on from here, for the words of an error. */
  readonly again: string
}

/** What is announced while files are made. */
export const making = (files: number, doer: string): string =>
  `making ${files} ${files === 1 ? 'file' : 'files'} (${doer})`

/** How a person makes a file that no doer made. */
export const byHand = (id: TaskId): string =>
  `\`trysquare task prompt ${id}\` prints what to make; \`trysquare task submit ${id}\` gives it in.`

/** What came of one attempt. */
interface Made {
  /** It was not taken: several were at work when the repository changed. */
  readonly again: boolean
  /** Why there is no file. */
  readonly failed?: string
}

/** What was recorded, as it lies in the repository: the journal's new lines, and the delivery. */
const writtenBy = (session: Session, delivery: Delivery, commands: readonly CreateCommand[], text: string) => {
  const journal = { path: `.trysquare/runs/${session.place().journal.runId}.jsonl`, text, appended: true }
  const objects = commands.flatMap(each =>
    each.type === 'task' && each.command.type === 'deliver' && delivery.kind === 'file'
      ? [{ path: objectPlace(each.command.delivered.hash), text: delivery.text, appended: false }]
      : [],
  )
  return [journal, ...objects]
}

/** What the doer brings, and how each command that it had work for that went. */
const delivered = async (
  { world, session, target, plan, named, again }: Commission,
  place: Workplace,
  task: PlannedTask,
): Promise<{ readonly delivery: Delivery; readonly worked: readonly Worked[] }> => {
  const { attempt, asked } = taskOf(session.state(), task.id)
  const whole = await promptOf(world, plan, task, session.state(), { target })
  refuseFaulty(task, whole)
  const parts = promptParts(whole, task.id, budgetOf(world)).map(each => each.text)
  const prompt = parts.join('\n')
  const worked: Worked[] = []
  const delivery = await named.unit.make({
    task: task.id,
    role: task.role,
    path: task.path,
    prompt,
    attempt: attempt + 1,
    ...(asked !== undefined && { asked }),
    ...(named.argument !== undefined && { argument: named.argument }),
    work: async command => {
      const tree = await shownTree(world, target, session.state(), task.id)
      const limits: Limits = { ...room, seconds: minutesOf(world) * 60 }
      const went = await place.work({ command, prompt, parts, tree, file: task.path, limits })
      worked.push(went)
      return went
    },
    render: renderer(world, plan, task, session.state(), target, again),
  })
  return { delivery, worked }
}

/**
 * Has the doer make one file, and keeps what it brings at once: it may have taken minutes, and others are still at work. Where the
 * repository changed while several worked, nothing is kept: one of them may be innocent.
 */
const makeOne = async (commission: Commission, place: Workplace, task: PlannedTask): Promise<Made> => {
  const { world, session, target, named } = commission
  const { delivery, worked } = await delivered(commission, place, task)
  for (const aside of worked.flatMap(each => each.aside))
    world.reporter.note(
      `The repository changed while ${named.name} worked; it is as it was, and what lay there is in ${aside}.`,
    )
  if (worked.some(each => each.how === 'interrupted')) throw new KnownError('TSQ-INTERRUPTED', { task: task.id })
  if (worked.some(each => each.shared)) return { again: true }
  refuseUnrunnable(named.name, worked)
  await place.own(async () => {
    const commands = await commandsOf(world, target, task.id, named.name, delivery, byHand(task.id))
    return writtenBy(session, delivery, commands, await session.record(commands))
  })
  return { again: false, ...(delivery.kind === 'failed' && { failed: delivery.reason }) }
}

/**
 * Has a doer make files, a command as many at a time as was set. What each is given follows from the files that it stands on, so
 * neither the number at work nor the order in which they end makes a difference to any of them. A file that is made from
 * another one of the list is left for the next round.
 */
export const commissionTasks = async (commission: Commission, ids: readonly TaskId[]): Promise<void> => {
  const { world, target, plan, named } = commission
  const among = new Set(ids)
  const tasks = plan.tasks.filter(each => among.has(each.id) && !each.from.some(source => among.has(source)))
  const place = world.workshop.beside(target, asideFolder(world), { file: markPlace(world, target), doer: named.name })
  const isCommand = named.unit.takes !== undefined
  const all = isCommand ? () => undefined : world.reporter.step(making(tasks.length, named.name))
  const again: PlannedTask[] = []
  let failed: { readonly error: unknown } | undefined
  const one = async (task: PlannedTask): Promise<void> => {
    // After an interruption or a fault nothing more is begun; what is at work comes to its end and is kept.
    if (failed !== undefined) return
    const done = isCommand ? world.reporter.step(`${task.path} (${named.name})`) : () => undefined
    try {
      const made = await makeOne(commission, place, task)
      if (made.again) again.push(task)
      done(made.failed, made.failed === undefined ? 'well' : 'badly')
    } catch (error) {
      failed ??= { error }
      done(undefined, 'badly')
    }
  }
  await Promise.all(tasks.map(limitAsync(one, isCommand ? jobsOf(world) : 1)))
  const alone = again.splice(0)
  if (alone.length > 0 && failed === undefined)
    world.reporter.note(
      `The repository changed while several worked: ${alone.map(each => each.path).join(', ')} are made again, one at a time.`,
    )
  for (const task of tasks.filter(each => alone.includes(each))) await one(task)
  all()
  if (failed !== undefined) throw failed.error
}
