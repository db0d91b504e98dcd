import type { CreateState } from '../../core/workflow/create/types.ts'
import { designOfRun } from '../planning.ts'
import type { World } from '../world.ts'

/**
 * The last effect of a finished run: the repository's first commit. Whether it is still to be done is asked of git, so a kill
 * before, during or after it needs no event of its own.
 */
export const commitRepository = async (world: World, state: CreateState, target: string): Promise<void> => {
  const design = designOfRun(state)
  const [author] = design.project.authors
  if (!design.git || author === undefined || state.at !== 'finished') return
  const { head } = await world.git.state(target)
  if (head !== undefined) return
  const done = world.reporter.step('the first commit')
  const commit = await world.git.firstCommit({
    folder: target,
    message: `feat: ${design.intake.repository_name}, from an approved design`,
    author,
  })
  done(commit.slice(0, 10))
}
