import { refuse } from '../base/errors/known-error.ts'
import { isRefusal } from '../base/refusal.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { ruffSettings } from '../core/design/plan/ruff-settings.ts'
import { templateChoices } from '../core/design/plan/template-choices.ts'
import { componentFacts } from '../core/design/plan/units.ts'
import { sampleNames } from '../core/render/names.ts'
import { renderText } from '../core/render/render-text.ts'
import type { LoopItem, SlotLines, StructuredFile } from '../ports/unit-file.ts'
import type { World } from './world.ts'

type Ask<T> = ((from: unknown, item: string) => T) | undefined

/** Puts a question of a unit to what it declared. */
const asking = (plan: Plan, { placed }: PlannedTask) => {
  const reading = placed.reading(plan.late)
  return <T>(question: unknown, otherwise: T): T =>
    (question as Ask<T>) === undefined
      ? otherwise
      : (question as (from: unknown, item: string) => T)(reading, placed.item)
}

/** The template that a task's file is made from, as it lies beside its unit; undefined when there is none. */
export const templateOf = async (
  world: World,
  plan: Plan,
  task: PlannedTask,
): Promise<{ readonly name: string; readonly text: string } | undefined> => {
  const { file, unit } = task.placed
  if (file.template === undefined) return undefined
  const name = typeof file.template === 'string' ? file.template : asking(plan, task)<string>(file.template, '')
  const beside = `${unit.shelf}/${unit.id}`
  return { name: `${beside}/${name}`, text: await world.beside(`${beside}/template/${name}`) }
}

/** Renders a task's file from its unit and exactly what the unit declared; `texts` are of the files that it is made from. */
export const renderTask = async (
  world: World,
  plan: Plan,
  task: PlannedTask,
  texts: readonly string[] = [],
): Promise<string> => {
  const { placed } = task
  const ask = asking(plan, task)
  const { ruff } = await world.embedded()
  const settings = ruffSettings({ package: plan.early.names.package, minimum: plan.early.python.minimum })
  const { file } = placed
  if (file.derive !== undefined) return file.derive(placed.reading(plan.late), placed.item, texts)
  if (file.compose !== undefined) {
    const text = renderText({
      path: task.path,
      source: { structured: ask<StructuredFile>(file.compose, { format: 'json', value: {} }) },
      ruff,
      settings,
    })
    return isRefusal(text) ? refuse(text) : text
  }
  const template = await templateOf(world, plan, task)
  if (template === undefined) throw new Error(`${task.role} has neither a template nor data to compose`)
  const component = plan.early.components.find(each => each.name === task.component)
  const text = renderText({
    path: task.path,
    source: {
      template,
      context: {
        names: {
          ...sampleNames(plan.early.names, component && componentFacts(component)),
          ...ask<Readonly<Record<string, string>>>(file.names, {}),
        },
        choices: templateChoices(placed.early),
        slots: ask<Readonly<Record<string, SlotLines>>>(file.slots, {}),
        loops: ask<Readonly<Record<string, readonly LoopItem[]>>>(file.loops, {}),
      },
    },
    ruff,
    settings,
  })
  return isRefusal(text) ? refuse(text) : text
}
