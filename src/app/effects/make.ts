import type { TaskId } from '../../base/brand.ts'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import { promptParts } from '../../core/documents/sub-prompt/parts.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import type { Delivery } from '../../ports/doer.ts'
import type { Limits } from '../../ports/workshop.ts'
import type { NamedDoer } from '../doers.ts'
import { interpreterFor } from '../interpreter.ts'
import { designOfRun, managerOf, planOfRun } from '../planning.ts'
import { budgetOf, promptOf, refuseFaulty } from '../prompts.ts'
import { renderTask } from '../rendering.ts'
import type { Session } from '../runs/session.ts'
import { asideFolder } from '../set-aside.ts'
import { keepObject, shownTree, taskText } from '../workspace.ts'
import type { World } from '../world.ts'

/** What a doer of any kind is bounded by. */
const largestFile = 2_000_000

/** A quarter of an hour for one file, and no more on the screen or the disk than a file and its notes need. */
const limits: Limits = { seconds: 900, output: 1_000_000, disk: 200_000_000, file: largestFile }

/** How a file comes about that is not a doer's to think of; undefined when it needs a mind, or the tools that --embedded leaves out. */
const renderer = (
  world: World,
  plan: Plan,
  task: PlannedTask,
  state: CreateState,
  target: string,
  again: string,
): (() => Promise<string>) | undefined => {
  if (task.maker === 'mind') return undefined
  if (task.maker === 'template')
    return async () => {
      const texts = await Promise.all(task.from.map(each => taskText(world, target, state, each)))
      return renderTask(
        world,
        plan,
        task,
        texts.map(each => each ?? ''),
      )
    }
  if (state.run?.embedded === true) return undefined
  return async () => {
    const design = designOfRun(state)
    const manager = await managerOf(world, design)
    const [source] = task.from
    const packaging = source === undefined ? undefined : await taskText(world, target, state, source)
    const { path } = await interpreterFor(world, design.intake.python)
    return world.environments.lock({
      packaging: packaging ?? '',
      file: task.path,
      python: path,
      manager,
      day: design.date,
      again,
    })
  }
}

const ofDelivery = async (
  world: World,
  target: string,
  id: TaskId,
  doer: string,
  delivery: Delivery,
  how: string,
): Promise<readonly CreateCommand[]> => {
  const command = (own: Extract<CreateCommand, { type: 'task' }>['command']): CreateCommand => ({
    type: 'task',
    task: id,
    command: own,
  })
  if (delivery.kind === 'waiting') return [command({ type: 'wait', how: delivery.how })]
  if (delivery.kind === 'failed') return [command({ type: 'fail', reason: delivery.reason })]
  if (delivery.kind === 'refused') return [command({ type: 'wait', how: `${delivery.reason} ${how}` })]
  const bytes = Buffer.byteLength(delivery.text)
  if (bytes > largestFile)
    return [command({ type: 'fail', reason: `it delivered ${bytes} bytes; ${largestFile} are accepted` })]
  const hash = await keepObject(world, target, delivery.text)
  return [
    command({
      type: 'deliver',
      delivered: {
        hash,
        bytes,
        doer,
        ...(delivery.claim !== undefined && { claim: delivery.claim }),
        ...(delivery.strayed !== undefined && { strayed: delivery.strayed }),
      },
    }),
  ]
}

const without = (id: TaskId, embedded: boolean, maker: PlannedTask['maker']): string =>
  embedded && maker === 'manager'
    ? 'It is made by the dependency manager, which --embedded does not use.'
    : `\`trysquare task prompt ${id}\` prints what to make; \`trysquare task submit ${id}\` gives it in.`

/** Has a doer make every task of the list, and keeps each delivery at once. */
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
  const doer = named.unit
  // A file that needs a mind is only asked about: nothing is made, so nothing is announced.
  const made = ids.filter(id => doer.id !== 'builtin' || plan.tasks.find(each => each.id === id)?.maker !== 'mind')
  const announced = `making ${made.length} ${made.length === 1 ? 'file' : 'files'} (${named.name})`
  const done = made.length === 0 ? () => undefined : world.reporter.step(announced)
  const sources = new Set(plan.tasks.flatMap(each => each.from))
  const kept: CreateCommand[] = []
  const flush = async () => {
    const commands = kept.splice(0)
    if (commands.length > 0) await session.transact(commands)
  }
  try {
    for (const id of ids) {
      const task = plan.tasks.find(each => each.id === id)
      if (task === undefined)
        throw new KnownError('TSQ-UNKNOWN-NAME', { kind: 'task', name: id, known: plan.tasks.map(each => each.id) })
      const before = taskOf(session.state(), id)
      // The built-in doer renders from the design and reads no prompt.
      const reads = doer.id !== 'builtin'
      const whole = reads ? await promptOf(world, plan, task, session.state(), { target }) : ''
      if (reads) refuseFaulty(task, whole)
      const parts = reads ? promptParts(whole, id, budgetOf(world)).map(each => each.text) : []
      const prompt = parts.join('\n')
      let aside: string | undefined
      let interrupted = false
      const delivery = await doer.make({
        task: id,
        role: task.role,
        path: task.path,
        prompt,
        attempt: before.attempt + 1,
        ...(before.asked !== undefined && { asked: before.asked }),
        ...(named.argument !== undefined && { argument: named.argument }),
        work: async command => {
          const worked = await world.workshop.work({
            command,
            prompt,
            parts,
            tree: await shownTree(world, target, session.state()),
            file: task.path,
            repository: target,
            setAside: asideFolder(world),
            limits,
          })
          aside = worked.aside
          interrupted = worked.how === 'interrupted'
          return worked
        },
        render: renderer(world, plan, task, session.state(), target, again),
      })
      if (aside !== undefined)
        world.reporter.note(
          `The repository changed while ${named.name} worked; it is as it was, and what lay there is in ${aside}.`,
        )
      if (interrupted) throw new KnownError('TSQ-INTERRUPTED', { task: id })
      kept.push({ type: 'task', task: id, command: { type: 'start', doer: named.name } })
      kept.push(
        ...(await ofDelivery(
          world,
          target,
          id,
          named.name,
          delivery,
          without(id, session.state().run?.embedded === true, task.maker),
        )),
      )
      // What another file is made from must be in the state before that file's turn, and what took minutes to make must not be
      // lost with a later one; the rest is flushed together.
      if (doer.takes !== undefined || sources.has(id)) await flush()
    }
  } finally {
    // What was delivered before something failed is kept.
    await flush()
    done()
  }
}
