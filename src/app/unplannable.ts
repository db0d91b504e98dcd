import { isRefusal, type Refusal, refusal } from '../base/refusal.ts'
import type { Given } from '../core/design/answers/schema.ts'
import { answerStages, missing } from '../core/design/answers/stages.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { importsOf } from '../core/python/imports.ts'
import { create } from '../core/workflow/create/machine.ts'
import { planOfRun } from './planning.ts'
import { templateOf } from './rendering.ts'
import type { World } from './world.ts'

/** What a template takes from elsewhere, each name with its module. Many tasks are made from one template: it is read once. */
const borrowing = (world: World, plan: Plan) => {
  const read = new Map<string, ReadonlyMap<string, string>>()
  return async (task: PlannedTask): Promise<ReadonlyMap<string, string>> => {
    const template = await templateOf(world, plan, task)
    if (template === undefined) return new Map()
    const known = read.get(template.name)
    if (known !== undefined) return known
    const { grammar } = await world.embedded()
    const found = new Map(
      grammar
        .parsing(template.text, importsOf)
        .filter(each => each.level === 0 && !/^my_package\b/.test(each.module))
        .flatMap(each => each.names.map(name => [name, each.module] as const)),
    )
    read.set(template.name, found)
    return found
  }
}

/** What a component adds to a file's names: its exports, and in the package's own file its module, which is an attribute there. */
const adds = (plan: Plan, source: PlannedTask, to: PlannedTask): readonly string[] => {
  const module = plan.late.plan.modules[source.role]
  const [top, name, ...deeper] = module?.split('.') ?? []
  const attribute = to.role === 'package-init' && top === plan.early.names.package && deeper.length === 0
  return [...(source.placed.contribution.exports ?? []), ...(attribute && name !== undefined ? [name] : [])]
}

/** What a component brings must not be called as something that a file which has both imports. */
const hidden = async (world: World, plan: Plan): Promise<Refusal | undefined> => {
  const sources = plan.tasks.filter(each => each.component !== undefined && each.role.endsWith('.source'))
  const borrowed = borrowing(world, plan)
  const ofPackage = plan.tasks.filter(each => each.role === 'package-init')
  const ofComponent = Map.groupBy(plan.tasks, each => each.component)
  for (const source of sources) {
    for (const task of [...ofPackage, ...(ofComponent.get(source.component) ?? [])]) {
      const taken = await borrowed(task)
      const name = adds(plan, source, task).find(each => taken.has(each))
      if (name !== undefined)
        return refusal('TSQ-COMPONENT', {
          path: `component ${source.component ?? ''}`,
          reason: `Its ${name} would hide the ${name} that ${task.path} imports from ${taken.get(name) ?? ''}.`,
          todo: 'Give the component another name.',
        })
    }
  }
  return undefined
}

/** Why answers cannot be planned; undefined when they can, or when something of them is still open. */
export const unplannable = async (world: World, given: Given): Promise<Refusal | undefined> => {
  if (answerStages.some(stage => missing(stage, given).length > 0)) return undefined
  const plan = await planOfRun(world, { ...create.initial, given })
  return isRefusal(plan) ? plan : hidden(world, plan)
}
