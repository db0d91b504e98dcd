import { taskOf } from '../../core/workflow/create/apply.ts'
import { pending } from '../../core/workflow/create/pending.ts'
import { lookHere } from '../runs/here.ts'
import type { World } from '../world.ts'
import { decisionAt } from './decide.ts'
import { findTask } from './tasks.ts'

/** A word that may come next, and what it stands for. */
export type Suggestion = readonly [word: string, about: string]

/** The tasks of the run here by their ids; none where there is no run. */
export const taskWords = async (world: World): Promise<readonly Suggestion[]> =>
  (await lookHere(world))?.state.plan.map(({ id, path }) => [id, path] as const) ?? []

/** What was found in the file of a task. */
export const findingWords = async (world: World, task: string): Promise<readonly Suggestion[]> => {
  const state = (await lookHere(world))?.state
  if (state === undefined) return []
  const { id } = findTask({ tasks: state.plan }, task)
  return (taskOf(state, id).validation?.findings ?? []).map(each => [each.id, each.message] as const)
}

/** The decision that the run here waits for. */
export const awaitedDecision = async (world: World): Promise<string | undefined> => {
  const state = (await lookHere(world))?.state
  return state === undefined ? undefined : decisionAt(pending(state))
}
