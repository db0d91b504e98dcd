import { statusHere } from '../../../app/use-cases/status.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** `trysquare verify`: the chain of the history was proved by reading it; then every accepted file is compared. */
export const verify = async (context: Context): Promise<number> => {
  const found = await statusHere(context.world)
  if (found.kind === 'nothing') throw new KnownError('TSQ-RUN-NONE', { folder: found.folder })
  const { state, changed, stale } = found
  if (state.plan.length === 0) throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const finished = state.at === 'finished' && state.gate !== undefined
  const fine = finished && changed.length === 0 && !stale && state.gate?.passed
  if (context.json)
    context.print(
      JSON.stringify({ chain: 'proved', changed, stale, finished, gate: state.gate?.passed ?? false, fine }, null, 2),
    )
  else {
    context.print(
      'History     proved: every event follows from the one before, and ends where this machine left it',
      changed.length === 0
        ? `Files       ${state.plan.length} compared, none changed since it was accepted`
        : `Files       changed since they were accepted: ${changed.join(', ')}`,
      finished
        ? `Gate        ${state.gate?.passed ? 'passed' : 'did not pass'}${stale ? ', on another tree than this one: stale' : ', on exactly this tree'}`
        : 'Gate        has not closed the run yet',
    )
  }
  return fine ? exitCodes.fine : exitCodes.findings
}
