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

/** Renders a task's file from its unit and exactly what the unit declared. */
export const renderTask = async (world: World, plan: Plan, task: PlannedTask): Promise<string> => {
  const { placed } = task
  const reading = placed.reading(plan.late)
  const ask = <T>(question: unknown, otherwise: T): T =>
    (question as Ask<T>) === undefined
      ? otherwise
      : (question as (from: unknown, item: string) => T)(reading, placed.item)
  const { ruff } = await world.embedded()
  const settings = ruffSettings({ package: plan.early.names.package, minimum: plan.early.python.minimum })
  const { file } = placed
  if (file.compose !== undefined) {
    const text = renderText({
      path: task.path,
      source: { structured: ask<StructuredFile>(file.compose, { format: 'json', value: {} }) },
      ruff,
      settings,
    })
    return isRefusal(text) ? refuse(text) : text
  }
  const name = typeof file.template === 'string' ? file.template : ask<string>(file.template, '')
  const { shelf, id } = placed.unit
  const component = plan.early.components.find(each => each.name === task.component)
  const text = renderText({
    path: task.path,
    source: {
      template: { name: `${shelf}/${id}/${name}`, text: await world.beside(`${shelf}/${id}/template/${name}`) },
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
