import { KnownError } from '../base/errors/known-error.ts'
import { isRefusal, type Refusal } from '../base/refusal.ts'
import { designOf, earlyOf } from '../core/design/answers/complete.ts'
import { guidedConflict } from '../core/design/answers/guided.ts'
import { namesOf } from '../core/design/answers/names.ts'
import { pythonFacts } from '../core/design/answers/python-range.ts'
import type { Design } from '../core/design/answers/types.ts'
import type { FirstView, SecondView } from '../core/design/critique.ts'
import type { PlanEdits } from '../core/design/plan/edits.ts'
import type { Placed } from '../core/design/plan/place.ts'
import { type Plan, planOf } from '../core/design/plan/plan.ts'
import { treeOf } from '../core/design/plan/tree.ts'
import { foreseenFeatures } from '../core/design/tree/foreseen.ts'
import { absentees } from '../core/workflow/create/refresh.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import type { Manager } from '../ports/manager.ts'
import type { World } from './world.ts'

/** The design of a run, as far as it is answered; the day is the day on which the run began. */
export const designOfRun = (state: CreateState): Design => designOf(state.given, state.run?.date ?? '')

/** The manager that the design chose. */
export const managerOf = async (world: World, design: Design): Promise<Manager> => {
  const managers = await world.shelves.managers()
  const found = managers.find(each => each.id === design.architecture.dependencies)
  if (found === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'manager',
      name: design.architecture.dependencies,
      known: managers.map(each => each.id),
    })
  return found
}

/** The roles that are left open; before there is a plan, also what the manager makes where none is used and it was not made before. */
const absentIn = (state: CreateState): { readonly roles: ReadonlySet<string>; readonly unmanaged: boolean } => {
  const ids = new Set(absentees(state))
  const roles = new Set(state.plan.filter(each => ids.has(each.id)).map(each => each.role))
  const known = state.plan.length > 0 ? state : state.former
  const made = known?.plan.some(each => each.maker === 'manager' && known.tasks[each.id]?.at === 'done') === true
  return { roles, unmanaged: state.run?.embedded === true && !made }
}

/** Whether what is not answered of the features is NO: they are confirmed, or an answers file confirms them beforehand. */
const areSettled = ({ confirmed, given }: CreateState): boolean =>
  confirmed.features !== undefined || given.approvals?.features !== undefined

interface Kept {
  readonly shelves: World['shelves']
  readonly edits: PlanEdits
  readonly rest: string
  readonly plan: Plan | Refusal
}

/** The newest plan of each set of answers: every step of a run asks for it, and few change anything that it follows from. */
const kept = new WeakMap<CreateState['given'], Kept>()

/** Plans a run from its answers: pure but for loading the units. */
export const planOfRun = async (world: World, state: CreateState): Promise<Plan | Refusal> => {
  const { given, edits } = state
  const { shelves } = world
  const absent = absentIn(state)
  // Everything else of a run that `planned` below looks at.
  const rest = JSON.stringify([
    state.run?.date,
    areSettled(state),
    state.former !== undefined,
    absent.unmanaged,
    [...absent.roles],
  ])
  const known = kept.get(given)
  if (known?.shelves === shelves && known.edits === edits && known.rest === rest) return known.plan
  const plan = await planned(world, state, absent)
  kept.set(given, { shelves, edits, rest, plan })
  return plan
}

const planned = async (
  world: World,
  state: CreateState,
  { roles, unmanaged }: ReturnType<typeof absentIn>,
): Promise<Plan | Refusal> => {
  const design = designOfRun(state)
  const artifacts = await world.shelves.artifacts()
  const backbones = await world.shelves.backbones()
  const structure = treeOf(design, artifacts, backbones)
  if (isRefusal(structure)) return structure
  const features =
    structure.drawn && !areSettled(state) ? foreseenFeatures(state.given, structure.files) : design.features
  const { guided } = design.structure
  const conflict =
    design.structure.mode === 'guided' && guided !== undefined
      ? guidedConflict(guided, features, design.intake.purpose)
      : undefined
  if (conflict !== undefined) return conflict
  const early = { ...earlyOf(design, structure), features }
  const manager = await managerOf(world, design)
  const facts = (locked: boolean) =>
    manager.facts({
      names: namesOf(design.intake),
      python: pythonFacts(design.intake.python),
      remote: design.project.remote,
      locked,
    })
  const isAbsent = ({ role, maker }: Placed) => roles.has(role) || (maker === 'manager' && unmanaged)
  const withEdits = (edits: PlanEdits) => planOf(early, artifacts, backbones, facts, edits, isAbsent)
  const plan = withEdits(state.edits)
  if (!isRefusal(plan) || plan.code !== 'TSQ-PLAN-EDIT' || state.former === undefined) return plan
  // Edits were made for an older plan: what the new one cannot bear lapses, the order first.
  const { remove: _, order: __, why: ___, ...added } = state.edits
  const { order: ____, why: _____, ...unordered } = state.edits
  return [unordered, added, {}].map(withEdits).find(each => !isRefusal(each)) ?? plan
}

/** What the first review sees. */
export const firstView = (state: CreateState): FirstView => {
  const { intake, project, architecture, decisions } = designOfRun(state)
  return { intake, project, architecture, decisions }
}

/** What the second review sees. */
export const secondView = async (world: World, state: CreateState): Promise<SecondView> => {
  const design = designOfRun(state)
  const backbones = await world.shelves.backbones()
  return {
    ...firstView(state),
    structure: { drawn: design.structure.mode !== 'template', files: state.proposal?.files ?? [] },
    components: design.components.map(component => ({
      name: component.name,
      kind: component.kind,
      does: component.does,
      extension: backbones.find(unit => unit.id === component.kind)?.extension,
      interface: component.interface,
    })),
    features: design.features,
  }
}
