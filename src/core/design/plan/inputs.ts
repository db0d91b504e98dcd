import { answersHash } from '../answers/same.ts'
import { answerAt } from '../answers/stages.ts'
import type { Placed } from './place.ts'
import type { Plan, PlannedTask } from './plan.ts'
import { componentFacts } from './units.ts'

/** Enough of a hash to tell one value from another: nothing hangs on it but what is made again. */
const short = (value: unknown): string => answersHash(value).slice(0, 12)

const kept = new WeakMap<object, string>()

/** The same answer is an input of many files, and the list of the components is as long as the plan: each is hashed once. */
const shortOf = (answer: unknown): string => {
  if (typeof answer !== 'object' || answer === null) return short(answer ?? null)
  const known = kept.get(answer) ?? short(answer)
  kept.set(answer, known)
  return known
}

const declared = (placed: Placed): readonly string[] => [...placed.reads, ...placed.collects]

/**
 * What a file is made from, each input with the beginning of its hash: the answers and facts that its unit declared, what every
 * file gets (the project's names, the Python that it is formatted for), the unit itself, and the interface that it must have.
 * Whatever the unit did not declare cannot reach it, so nothing is missing here.
 */
export const inputsOf = (
  plan: Plan,
  task: PlannedTask,
  template: string | undefined,
): Readonly<Record<string, string>> => {
  const { placed } = task
  const reading = placed.reading(plan.late) as object
  const component = plan.early.components.find(each => each.name === task.component)
  return {
    ...Object.fromEntries(declared(placed).map(path => [path, shortOf(answerAt(reading, path))])),
    names: short([plan.early.names, component === undefined ? null : componentFacts(component).pascal]),
    'python.minimum': short(plan.early.python.minimum),
    unit: short([placed.unit, template ?? null]),
    ...(task.interface !== undefined && { interface: short(task.interface) }),
  }
}
