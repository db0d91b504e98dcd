import type { TaskId } from '../../../base/brand.ts'
import type { TaskOutline } from './types.ts'

/** Everything that a task stands on, directly or not. */
export const groundOf = (plan: readonly Pick<TaskOutline, 'id' | 'needs'>[], id: TaskId): ReadonlySet<TaskId> => {
  const needs = new Map(plan.map(each => [each.id, each.needs]))
  const ground = new Set<TaskId>()
  const left = [id]
  for (let next = left.pop(); next !== undefined; next = left.pop())
    for (const need of needs.get(next) ?? [])
      if (!ground.has(need)) {
        ground.add(need)
        left.push(need)
      }
  return ground
}
