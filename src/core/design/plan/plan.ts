import { uniqBy } from 'es-toolkit/array/uniqBy'
import type { TaskId } from '../../../base/brand.ts'
import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Artifact } from '../../../ports/artifact.ts'
import type { Backbone } from '../../../ports/backbone.ts'
import type { Effort, Translations } from '../../../ports/unit-file.ts'
import { moduleOf } from '../../python/modules.ts'
import type { Early, EnvironmentVariable, Late, ManagerFacts, PlanFacts, PlannedFile, Requirement } from '../world.ts'
import { edited, inWantedOrder, type PlanEdits } from './edits.ts'
import { namesakes } from './names.ts'
import { inOrder } from './order.ts'
import { type Addition, type Placed, place } from './place.ts'
import { candidates } from './units.ts'
import { requirement } from './versions.ts'

/** One file to make. */
export interface PlannedTask {
  readonly id: TaskId
  readonly role: string
  readonly path: RepoPath
  readonly purpose: string
  readonly effort: Effort
  /** Tasks that come before. */
  readonly needs: readonly TaskId[]
  /** Tasks whose text this one is made from. */
  readonly from: readonly TaskId[]
  /** The public interface as a stub; undefined when the file has none. */
  readonly interface: string | undefined
  readonly maker: 'template' | 'manager' | 'mind'
  readonly component: string | undefined
  /** The unit's file bound to what it may read; the renderer asks it. */
  readonly placed: Placed
}

/** All files of a design in the order in which they are made. */
export interface Plan {
  readonly tasks: readonly PlannedTask[]
  readonly additions: readonly Addition[]
  readonly late: Late
  readonly early: Early
  /** What a person changed of it. */
  readonly edits: PlanEdits
}

/** The module that a file of the package is, below `src/` or at the top. */
const moduleIn =
  (packageName: string) =>
  (path: RepoPath): string | undefined =>
    path.endsWith('.py') && (path.startsWith('src/') || path.startsWith(`${packageName}/`)) ? moduleOf(path) : undefined

const requirements = (names: readonly string[]): readonly Requirement[] =>
  [...new Set(names)].toSorted().map(requirement)

const merged = (all: readonly Translations[]): Translations => {
  const languages = [...new Set(all.flatMap(each => Object.keys(each)))].toSorted()
  return Object.fromEntries(languages.map(each => [each, Object.assign({}, ...all.map(some => some[each] ?? {}))]))
}

/** What all placed units contribute, merged. */
const planFacts = (placed: readonly Placed[], packageName: string): PlanFacts => {
  const ownModule = moduleIn(packageName)
  const contributions = placed.map(each => each.contribution)
  const exports = placed.flatMap(each => {
    const module = ownModule(each.path)
    return module === undefined || (each.contribution.exports ?? []).length === 0
      ? []
      : [{ module, names: [...(each.contribution.exports ?? [])].toSorted() }]
  })
  return {
    files: placed.map(
      (each): PlannedFile => ({
        role: each.role,
        path: each.path,
        purpose: each.purpose,
        ...(each.component !== undefined && { component: each.component }),
      }),
    ),
    requirements: requirements(contributions.flatMap(each => each.requirements ?? [])),
    dev_requirements: requirements(contributions.flatMap(each => each.dev_requirements ?? [])),
    exports,
    environment: uniqBy(
      contributions.flatMap(each => (each.environment ?? []) as readonly EnvironmentVariable[]),
      each => each.name,
    ),
    checks: contributions.flatMap(each => each.checks ?? []),
    served: contributions.flatMap(each => each.served ?? []),
    subcommands: contributions.flatMap(each => each.subcommands ?? []),
    features: contributions.flatMap(each => each.features ?? []),
    usage: contributions.flatMap(each => each.usage ?? []),
    translations: merged(contributions.map(each => each.translations ?? {})),
    modules: Object.fromEntries(
      placed.flatMap(each => {
        const module = ownModule(each.path)
        return module === undefined ? [] : [[each.role, module] as const]
      }),
    ),
  }
}

const interfaceOf = (placed: Placed, reading: unknown): string | undefined => {
  const wanted = placed.file.interface
  return typeof wanted === 'function' ? wanted(reading) : wanted
}

const unknownKind = (early: Early, backbones: readonly Backbone[]): Refusal | undefined => {
  const stranger = early.components.findIndex(component => !backbones.some(unit => unit.id === component.kind))
  const component = early.components[stranger]
  return component === undefined
    ? undefined
    : refusal('TSQ-ANSWERS-VALUE', {
        path: `components[${stranger}].kind`,
        value: component.kind,
        choices: backbones.map(unit => unit.id),
        because: 'A backbone makes each kind of component.',
      })
}

/** The id of the task at a place in the order: `T-001`. */
export const taskId = (index: number): TaskId => `T-${String(index + 1).padStart(3, '0')}` as TaskId

/**
 * Plans a design: which files, where, in which order, each with its interface; what is absent is still a task, but
 * contributes nothing that others speak of. Pure: the same design and units always make the
 * same plan. Refuses a component kind that no backbone makes, two files on one path or two
 * things under one name, a drawn file nobody claims, a cycle, and edits that the files cannot bear.
 */
export const planOf = (
  early: Early,
  artifacts: readonly Artifact[],
  backbones: readonly Backbone[],
  managerFacts: (locked: boolean) => ManagerFacts,
  edits: PlanEdits = {},
  isAbsent: (file: Placed) => boolean = () => false,
): Plan | Refusal => {
  const stranger = unknownKind(early, backbones)
  if (stranger !== undefined) return stranger
  const placement = place(candidates(artifacts, backbones, early), early.structure)
  if (isRefusal(placement)) return placement
  const namesake = namesakes(placement.placed, early.names.package)
  if (namesake !== undefined) return namesake
  const placed = edited(placement.placed, edits)
  if (isRefusal(placed)) return placed
  const sorted = inOrder(placed.map(each => ({ ...each, needs: [...each.needs, ...each.from] })))
  const ordered = isRefusal(sorted) ? sorted : inWantedOrder(sorted, edits.order)
  if (isRefusal(ordered)) return ordered
  const present = placed.filter(each => !isAbsent(each))
  const late: Late = {
    plan: planFacts(present, early.names.package),
    manager: managerFacts(present.some(each => each.maker === 'manager')),
  }
  const idOf = new Map(ordered.map((each, index) => [each.role, taskId(index)]))
  const ids = (roles: readonly string[]) => roles.flatMap(role => idOf.get(role) ?? [])
  return {
    early,
    late,
    edits,
    additions: placement.additions,
    tasks: ordered.map((each, index) => ({
      id: taskId(index),
      role: each.role,
      path: each.path,
      purpose: each.purpose,
      effort: each.effort,
      needs: [...new Set(ids(each.needs))].toSorted(),
      from: ids(each.from),
      interface: interfaceOf(each, each.reading(late)),
      maker: each.maker,
      component: each.component,
      placed: each,
    })),
  }
}
