import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../../base/repo-path.ts'
import type { Ordered } from './order.ts'
import type { Placed } from './place.ts'

/** A file that a person adds to a plan: nothing of the design makes it, so a mind has to. */
export interface AddedFile {
  readonly path: string
  readonly purpose: string
  /** Its public interface as a Python stub, where it is to be held against one. */
  readonly interface?: string | undefined
  /** Files that are made before it. */
  readonly after?: readonly string[] | undefined
}

/** What a person changed of a plan before any file of it was made, each change with its reason. */
export interface PlanEdits {
  /** Files that are left out: path → why. */
  readonly remove?: Readonly<Record<string, string>> | undefined
  readonly add?: readonly AddedFile[] | undefined
  /** These files change places among themselves, so that they come in this order. */
  readonly order?: readonly string[] | undefined
  /** Why the order is another. */
  readonly why?: string | undefined
}

/**
 * Edits with further ones: none is lost, and of the further ones those hold that speak of `paths`, the files of the plan.
 */
export const besides = (edits: PlanEdits, further: PlanEdits, paths: readonly string[]): PlanEdits => {
  const there = new Set(paths)
  const added = new Set(edits.add?.map(each => each.path))
  const add = (further.add ?? []).filter(each => !added.has(each.path))
  const remove = Object.fromEntries(Object.entries(further.remove ?? {}).filter(([path]) => there.has(path)))
  const order = (further.order ?? []).filter(path => there.has(path))
  const { why = edits.why } = further
  return {
    ...edits,
    ...(add.length > 0 && { add: [...(edits.add ?? []), ...add] }),
    ...(Object.keys(remove).length > 0 && { remove: { ...edits.remove, ...remove } }),
    ...(order.length > 0 && { order, ...(why !== undefined && { why }) }),
  }
}

const refused = (path: string, reason: string, todo: string): Refusal =>
  refusal('TSQ-PLAN-EDIT', { path, reason, todo })

/** What cannot do without a file: Python that imports it, and whatever is made from its text. */
const leansOn = (placed: readonly Placed[], gone: Placed): Placed | undefined =>
  placed.find(
    each =>
      each.from.includes(gone.role) ||
      (each.path.endsWith('.py') && gone.path.endsWith('.py') && each.needs.includes(gone.role)),
  )

/**
 * Leaves files out. An edit whose file the design no longer has lapses with it. Refuses one that others cannot do without, and a
 * component: that is the design's.
 */
export const withoutRemoved = (
  placed: readonly Placed[],
  remove: Readonly<Record<string, string>> = {},
): readonly Placed[] | Refusal => {
  const gone = placed.filter(each => Object.hasOwn(remove, each.path))
  const left = placed.filter(each => !gone.includes(each))
  for (const each of gone) {
    if (each.component !== undefined && each.role === `${each.component}.source`)
      return refused(
        each.path,
        `It is the component ${each.component}, a part of the design.`,
        'Take the component out: `trysquare revise structure`.',
      )
    const needs = leansOn(left, each)
    if (needs !== undefined)
      return refused(each.path, `${needs.path} cannot do without it.`, 'Leave that out too, or keep both.')
  }
  return left
}

const candidateOf = (file: AddedFile, path: RepoPath, placed: readonly Placed[]): Placed => ({
  role: `added:${file.path}`,
  unit: { shelf: 'artifacts', id: 'added', version: 1 },
  item: '',
  path,
  accepts: other => other === path,
  standing: { template: true },
  purpose: file.purpose,
  effort: 'moderate',
  needs: (file.after ?? []).flatMap(before => placed.find(each => each.path === before)?.role ?? []),
  from: [],
  maker: 'mind',
  contribution: {},
  early: { purpose: file.purpose },
  reads: [],
  collects: [],
  reading: () => ({}),
  file: {
    path: () => path,
    purpose: file.purpose,
    effort: 'moderate',
    ...(file.interface !== undefined && { interface: file.interface }),
  },
})

/** Adds files that a person wants. Refuses a path that is taken, and one that is to come after a file that is not there. */
export const withAdded = (placed: readonly Placed[], add: readonly AddedFile[] = []): readonly Placed[] | Refusal => {
  let all = placed
  for (const file of add) {
    const taken = all.find(each => each.path.toLowerCase() === file.path.toLowerCase())
    if (taken !== undefined)
      return refused(file.path, `The plan has ${taken.path} already.`, 'Give the new file another path.')
    const stranger = (file.after ?? []).find(path => !all.some(each => each.path === path))
    if (stranger !== undefined)
      return refused(
        file.path,
        `It is to come after ${stranger}, which the plan does not have.`,
        'Name a file of the plan.',
      )
    const path = repoPath(file.path)
    if (isRefusal(path)) return path
    all = [...all, candidateOf(file, path, all)]
  }
  return all
}

/** Puts files in another order. Refuses an order in which a file comes before one that it needs. */
export const inWantedOrder = <T extends Ordered & { readonly path: RepoPath }>(
  ordered: readonly T[],
  order: readonly string[] = [],
): readonly T[] | Refusal => {
  const byPath = new Map<string, T>(ordered.map(each => [each.path, each]))
  const twice = order.find((path, index) => order.indexOf(path) !== index)
  if (twice !== undefined) return refused(twice, 'It stands in the order twice.', 'Name it once.')
  const wanted = order.flatMap(path => byPath.get(path) ?? [])
  const moving = new Set<T>(wanted)
  const result = ordered.map(each => (moving.has(each) ? (wanted.shift() ?? each) : each))
  const at = new Map(result.map((each, index) => [each.role, index]))
  for (const [index, each] of result.entries()) {
    const late = each.needs.find(role => role !== each.role && (at.get(role) ?? -1) > index)
    const needed = late === undefined ? undefined : result[at.get(late) ?? 0]
    if (needed !== undefined)
      return refused(each.path, `It would come before ${needed.path}, which it needs.`, 'Move both, or neither.')
  }
  return result
}

/** A file that edits speak of and a plan does not have: a slip where they are made, nothing where an older plan had it. */
export const strangerIn = (edits: PlanEdits, before: PlanEdits, paths: readonly string[]): Refusal | undefined => {
  const known = new Set([...paths, ...Object.keys(before.remove ?? {}), ...(edits.add ?? []).map(each => each.path)])
  const stranger = [...Object.keys(edits.remove ?? {}), ...(edits.order ?? [])].find(path => !known.has(path))
  return stranger === undefined
    ? undefined
    : refused(stranger, 'The plan has no such file.', 'See them with `trysquare plan show`.')
}

/** The placed files of a plan with what a person left out and added. */
export const edited = (placed: readonly Placed[], edits: PlanEdits): readonly Placed[] | Refusal => {
  const left = withoutRemoved(placed, edits.remove)
  return isRefusal(left) ? left : withAdded(left, edits.add)
}
