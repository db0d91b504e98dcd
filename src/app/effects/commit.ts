import type { CreateState } from '../../core/workflow/create/types.ts'
import { acceptedFiles } from '../accepted.ts'
import { designOfRun } from '../planning.ts'
import type { World } from '../world.ts'

/**
 * The last effect of a finished run: the repository's first commit. Whether it is still to be done is asked of git, so a kill
 * before, during or after it needs no event of its own.
 */
export const commitRepository = async (
  world: World,
  state: CreateState,
  target: string,
  ended: boolean,
): Promise<void> => {
  const design = designOfRun(state)
  const [author] = design.project.authors
  if (!design.git || author === undefined || state.at !== 'finished') return
  const { head, clean } = await world.git.state(target)
  if (head !== undefined) {
    // From the first commit on, the history is the person's own.
    if (ended && !clean)
      world.reporter.note('The repository has commits already: what was made now is yours to commit.')
    return
  }
  if (state.gate?.rows.some(row => row.check === 'security' && row.outcome === 'FAIL') === true) {
    world.reporter.note('Nothing is committed while a security finding is open: what is in a history stays in it.')
    return
  }
  const accepted = await acceptedFiles(world, target, state)
  const done = world.reporter.step('the first commit')
  const commit = await world.git.firstCommit({
    folder: target,
    message: `feat: ${design.intake.repository_name}, from an approved design`,
    author,
    // Whatever else lies there is somebody's, and so is a file that was changed since it was accepted.
    only: [
      ...accepted.filter(each => each.since === 'kept').map(each => each.path),
      ...state.reports.map(each => each.file),
    ],
  })
  done(commit.slice(0, 10))
}
