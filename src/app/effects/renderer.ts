import type { Plan, PlannedTask } from '../../core/design/plan/plan.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { interpreterFor } from '../interpreter.ts'
import { designOfRun, managerOf } from '../planning.ts'
import { renderTask } from '../rendering.ts'
import { taskText } from '../workspace.ts'
import type { World } from '../world.ts'

/** How a file comes about that is not a doer's to think of; undefined when it needs a mind, or the tools that --embedded leaves out. */
export const renderer = (
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
