import type { ContentHash, TaskId } from '../../../base/brand.ts'
import { task } from '../task/machine.ts'
import type { TaskState } from '../task/types.ts'
import type { CreateState, Former, Leftover, TaskOutline } from './types.ts'

/** How a file of a plan made anew stands to what was made before. */
export type Standing =
  | { readonly kind: 'new' }
  /** Nothing that it is made from has changed. */
  | { readonly kind: 'stays'; readonly before: TaskState }
  /** It is made again, because of these inputs. */
  | { readonly kind: 'again'; readonly before: TaskState; readonly because: readonly string[] }

/** The inputs that differ; those of a plan from before they were kept are not known, and count as changed. */
const changedInputs = (now: TaskOutline, then: TaskOutline): readonly string[] => {
  if (now === then) return []
  if (now.inputs === undefined || then.inputs === undefined) return ['what it was made from is not recorded']
  const names = new Set([...Object.keys(now.inputs), ...Object.keys(then.inputs)])
  return [...names].filter(each => now.inputs?.[each] !== then.inputs?.[each]).toSorted()
}

/** Whether the text that the file would have now is the very text that was made before. */
const sameText = (now: TaskOutline, before: TaskState): boolean =>
  now.text !== undefined && before.delivered?.hash === now.text

/**
 * Holds a plan made anew against what was made before it, file by file in its order. A file is the same when its role and its path
 * are; it is made again when something that it reads has changed and its text with it, or when a file is that it is made from.
 */
export const standings = (plan: readonly TaskOutline[], former: Former | undefined): ReadonlyMap<TaskId, Standing> => {
  const found = new Map<TaskId, Standing>()
  const earlier = new Map(former?.plan.map(each => [`${each.role} ${each.path}`, each]))
  for (const now of plan) {
    const then = earlier.get(`${now.role} ${now.path}`)
    const before = then && former?.tasks[then.id]
    if (then === undefined || before === undefined) {
      found.set(now.id, { kind: 'new' })
      continue
    }
    const made = now.from.filter(id => found.get(id)?.kind !== 'stays')
    const inputs = changedInputs(now, then)
    const because = [
      ...(sameText(now, before) ? [] : inputs),
      ...made.map(id => plan.find(each => each.id === id)?.path ?? id),
    ]
    found.set(now.id, because.length === 0 ? { kind: 'stays', before } : { kind: 'again', before, because })
  }
  return found
}

/** The accepted text that lies in the repository: of this task, or of the one that it follows and was not yet made again. */
export const inPlace = (own: TaskState): ContentHash | undefined =>
  own.at === 'done' ? own.delivered?.hash : own.replaces

/** Who made the text that lies in the repository. */
export const makerOf = (own: TaskState): string | undefined =>
  own.at === 'done' ? own.delivered?.doer : own.replacesOf

/** A task of the new plan at its beginning. What went wrong before stays in its history, and what was judged false stays judged. */
export const begun = (standing: Standing | undefined): TaskState => {
  if (standing === undefined || standing.kind === 'new') return task.initial
  if (standing.kind === 'stays') return standing.before
  const { attempt, failures, dismissed, asked, own } = standing.before
  const replaces = inPlace(standing.before)
  const replacesOf = makerOf(standing.before)
  return {
    ...task.initial,
    attempt,
    failures,
    dismissed,
    own,
    ...(asked !== undefined && { asked }),
    ...(replaces !== undefined && { replaces }),
    ...(replacesOf !== undefined && { replacesOf }),
  }
}

/** What was made from a file that somebody edited is made again once the edit is accepted; what a mind made is left to minds. */
export const followers = (
  { plan, tasks }: Pick<CreateState, 'plan' | 'tasks'>,
  id: TaskId,
): readonly (readonly [TaskId, TaskState])[] => {
  const own = tasks[id]
  if (own?.edited !== true || own.delivered?.hash === own.replaces) return []
  const source = plan.find(each => each.id === id)?.path ?? id
  return plan.flatMap(each => {
    const before = tasks[each.id]
    return before?.at === 'done' && each.maker !== 'mind' && each.from.includes(id)
      ? [[each.id, begun({ kind: 'again', before, because: [source] })] as const]
      : []
  })
}

/** The tasks of an approved plan: those that stay as they were, the others at their beginning. */
export const carried = (plan: readonly TaskOutline[], former: Former | undefined): CreateState['tasks'] => {
  const all = standings(plan, former)
  return Object.fromEntries(plan.map(({ id }) => [id, begun(all.get(id))])) as CreateState['tasks']
}

/** Accepted files of the earlier plan whose paths the new one does not hold, and those that an even earlier one left. */
export const leftoversOf = (
  { plan, leftovers }: Pick<CreateState, 'plan' | 'leftovers'>,
  former: Former | undefined,
): readonly Leftover[] => {
  const planned = new Set(plan.map(each => each.path))
  const made = (former?.plan ?? []).flatMap(({ id, path }): readonly Leftover[] => {
    const own = former?.tasks[id]
    const hash = own && inPlace(own)
    return hash === undefined || own === undefined ? [] : [{ path, hash, theirs: makerOf(own) !== 'builtin' }]
  })
  return [...leftovers, ...made].filter(each => !planned.has(each.path))
}
