import type { TaskId } from '../../../base/brand.ts'
import { begun, standings } from './carry.ts'
import type { CreateEvent, CreateState } from './types.ts'

/**
 * Tasks whose files are left open or left out: nothing that is made may speak of them as if they were there. What the manager
 * makes is not there from the beginning where no manager is used, so that no page is made twice. A file that was accepted once
 * is there, whatever became of a later delivery of it.
 */
export const absentees = ({ plan, tasks, run }: Pick<CreateState, 'plan' | 'tasks' | 'run'>): readonly TaskId[] =>
  plan
    .filter(({ id, maker }) => {
      const { at = '', replaces } = tasks[id] ?? {}
      const left = ['deferred', 'aborted'].includes(at) && replaces === undefined
      return left || (maker === 'manager' && run?.embedded === true && at !== 'done')
    })
    .map(each => each.id)

/** Whether files were left open, or delivered after all, since the others were last held against it. */
export const isOutOfDate = (state: CreateState): boolean => absentees(state).join() !== state.without.join()

/** Files that speak of what is left open are made again without it, or with it once it is there. */
export const refreshed = (
  state: CreateState,
  { without, outlines }: Extract<CreateEvent, { type: 'refreshed' }>,
): CreateState => {
  const now = new Map(outlines.map(each => [each.id, each]))
  const plan = state.plan.map(each => now.get(each.id) ?? each)
  const all = standings(plan, state)
  const tasks = Object.fromEntries(
    plan.map(({ id, maker }) => {
      const own = state.tasks[id]
      // What a mind made is not thrown away for what somebody else left open: a translation was made of the page as it was.
      return [id, own?.at === 'done' && maker !== 'mind' ? begun(all.get(id)) : own]
    }),
  ) as CreateState['tasks']
  return { ...state, plan, tasks, without }
}
