import { createTwoFilesPatch } from 'diff'
import type { TaskId } from '../base/brand.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import { pythonFacts } from '../core/design/answers/python-range.ts'
import { ruffSettings } from '../core/design/plan/ruff-settings.ts'
import { finishPython } from '../core/render/python.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState } from '../core/workflow/create/types.ts'
import type { By } from '../core/workflow/decision.ts'
import { designOfRun } from './planning.ts'
import { keepObject, taskText } from './workspace.ts'
import type { World } from './world.ts'

/** What can be mended by rule alone, and never changes what the code does. */
const fixedByRule = 'formatting and order of imports'

/** A file with its formatting and its imports put right. */
export interface Fix {
  readonly task: TaskId
  readonly path: string
  readonly text: string
  /** What it changes, as a unified diff. */
  readonly diff: string
}

/** The fix of a Python file that waits for its review; undefined where there is nothing to mend. */
export const fixOf = async (world: World, target: string, state: CreateState, id: TaskId): Promise<Fix | undefined> => {
  const path = state.plan.find(each => each.id === id)?.path ?? ''
  const before = path.endsWith('.py') ? await taskText(world, target, state, id) : undefined
  if (before === undefined) return undefined
  const { intake } = designOfRun(state)
  const { ruff } = await world.embedded()
  const settings = ruffSettings({ package: intake.package_name, minimum: pythonFacts(intake.python).minimum })
  const text = finishPython(path, before, ruff, settings)
  // What does not parse is nobody's formatting.
  if (isRefusal(text) || text === before) return undefined
  return { task: id, path, text, diff: createTwoFilesPatch(path, path, before, text, 'as delivered', 'fixed') }
}

/** Keeps the fixed text, and makes the command that takes it. */
export const fixCommand = async (
  world: World,
  target: string,
  state: CreateState,
  fix: Fix,
  by: By,
): Promise<CreateCommand> => {
  const { delivered } = taskOf(state, fix.task)
  await keepObject(world, target, fix.text)
  return {
    type: 'task',
    task: fix.task,
    command: {
      type: 'fix',
      by,
      what: fixedByRule,
      delivered: {
        ...delivered,
        doer: delivered?.doer ?? '',
        hash: contentHash(fix.text),
        bytes: Buffer.byteLength(fix.text),
      },
    },
  }
}
