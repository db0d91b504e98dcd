import { limitAsync } from 'es-toolkit/promise/limitAsync'
import type { TaskId } from '../../base/brand.ts'
import { refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { PlannedTask } from '../../core/design/plan/plan.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand } from '../../core/workflow/create/types.ts'
import type { NamedDoer } from '../doers.ts'
import { planOfRun } from '../planning.ts'
import type { Session } from '../runs/session.ts'
import { atOnce } from '../workspace.ts'
import type { World } from '../world.ts'
import { byHand, type Commission, commissionTasks, making } from './commission.ts'
import { commandsOf } from './delivered.ts'
import { renderer } from './renderer.ts'

const nowhere = () => Promise.reject(new Error('what follows from the design is made by no command'))

const without = (id: TaskId, embedded: boolean, maker: PlannedTask['maker']): string =>
  embedded && maker === 'manager' ? 'It is made by the dependency manager, which --embedded does not use.' : byHand(id)

/** What follows from the design is made in this process, from no prompt, one file after the other. */
const renderTasks = async (
  { world, session, target, plan, named: { unit, name }, again }: Commission,
  ids: readonly TaskId[],
): Promise<void> => {
  const wanted = new Set(ids)
  const tasks = plan.tasks.filter(each => wanted.has(each.id))
  // A file that needs a mind is only asked about: nothing is made, so nothing is announced.
  const made = tasks.filter(each => each.maker !== 'mind').length
  const done = made === 0 ? () => undefined : world.reporter.step(making(made, name))
  const sources = new Set(plan.tasks.flatMap(each => each.from))
  const embedded = session.state().run?.embedded === true
  const batch = world.files.batch()
  const keep = limitAsync(commandsOf, atOnce)
  const kept: Promise<readonly CreateCommand[]>[] = []
  const flush = async () => {
    const results = await Promise.allSettled(kept.splice(0))
    batch.flush()
    const commands = results.flatMap(each => (each.status === 'fulfilled' ? each.value : []))
    if (commands.length > 0) await session.transact(commands)
    const failed = results.find(each => each.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
  try {
    for (const task of tasks) {
      const delivery = await unit.make({
        task: task.id,
        role: task.role,
        path: task.path,
        prompt: '',
        attempt: taskOf(session.state(), task.id).attempt + 1,
        work: nowhere,
        render: renderer(world, plan, task, session.state(), target, again),
      })
      // The disk takes one file while the next is made; what it refuses comes out with the flush, and not as nobody's.
      const written = keep(
        { ...world, files: batch.files },
        target,
        task.id,
        name,
        delivery,
        without(task.id, embedded, task.maker),
      )
      written.catch(() => undefined)
      kept.push(written)
      // What another file is made from must be in the state before that file's turn; the rest is flushed together.
      if (sources.has(task.id)) await flush()
    }
  } finally {
    // What was delivered before something failed is kept.
    await flush()
    done()
  }
}

/** Has a doer make every task of the list, and keeps each delivery. */
export const makeTasks = async (
  world: World,
  session: Session,
  target: string,
  ids: readonly TaskId[],
  named: NamedDoer,
  again: string,
): Promise<void> => {
  const plan = await planOfRun(world, session.state())
  if (isRefusal(plan)) return refuse(plan)
  const commission = { world, session, target, plan, named, again }
  return named.unit.id === 'builtin' ? renderTasks(commission, ids) : commissionTasks(commission, ids)
}
