import { isRefusal, type Refusal, refusal } from '../base/refusal.ts'
import { pascalName } from '../core/design/answers/names.ts'
import type { Given } from '../core/design/answers/schema.ts'
import { answerStages, missing } from '../core/design/answers/stages.ts'
import type { Plan, PlannedTask } from '../core/design/plan/plan.ts'
import { importsOf } from '../core/python/imports.ts'
import { interfaceOf } from '../core/python/interface-of.ts'
import { create } from '../core/workflow/create/machine.ts'
import { planOfRun } from './planning.ts'
import { templateOf } from './rendering.ts'
import type { World } from './world.ts'

/** The names that a template has whatever the component is called. */
interface Having {
  /** What it takes from elsewhere, each name with its module. */
  readonly borrowed: ReadonlyMap<string, string>
  /** What it defines. */
  readonly defined: ReadonlySet<string>
}

const nothing: Having = { borrowed: new Map(), defined: new Set() }

/** What a task's template has. Many tasks are made from one template: it is read once. */
const having = (world: World, plan: Plan) => {
  const read = new Map<string, Having>()
  return async (task: PlannedTask): Promise<Having> => {
    const template = await templateOf(world, plan, task)
    if (template === undefined || !task.path.endsWith('.py')) return nothing
    const known = read.get(template.name)
    if (known !== undefined) return known
    const { grammar } = await world.embedded()
    const borrowed = grammar
      .parsing(template.text, importsOf)
      .filter(each => each.level === 0 && !/^my_package\b/.test(each.module))
      .flatMap(each => each.names.map(name => [name, each.module] as const))
    const { members } = grammar.parsing(template.text, root => interfaceOf(root, () => true))
    const found = { borrowed: new Map(borrowed), defined: new Set(members.map(each => each.name)) }
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
  const has = having(world, plan)
  const ofPackage = plan.tasks.filter(each => each.role === 'package-init')
  const ofComponent = Map.groupBy(plan.tasks, each => each.component)
  for (const source of sources) {
    for (const task of [...ofPackage, ...(ofComponent.get(source.component) ?? [])]) {
      const { borrowed, defined } = await has(task)
      const added = adds(plan, source, task)
      const taken = added.find(each => borrowed.has(each))
      // Functions have the same names in every component of a kind: the template defines those itself.
      const twice = added.find(each => defined.has(each) && each.startsWith(pascalName(source.component ?? '')))
      const reason =
        taken === undefined
          ? twice && `Its ${twice} would hide the ${twice} that ${task.path} has of its own.`
          : `Its ${taken} would hide the ${taken} that ${task.path} imports from ${borrowed.get(taken) ?? ''}.`
      if (reason !== undefined)
        return refusal('TSQ-COMPONENT', {
          path: `component ${source.component ?? ''}`,
          reason,
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
