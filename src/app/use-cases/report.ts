import { KnownError } from '../../base/errors/known-error.ts'
import type { ReportModel } from '../../core/documents/report-model.ts'
import { repositoryFiles, treeHash } from '../effects/gate.ts'
import { reportOf } from '../report/model.ts'
import { readHere } from '../runs/here.ts'
import { targetOf } from '../runs/locate.ts'
import type { World } from '../world.ts'

/** The report of the run here, as it stands now; a gate that looked at another tree counts for nothing. */
export const reportHere = async (world: World): Promise<ReportModel> => {
  const { place, state, events, standing } = await readHere(world)
  const target = targetOf(place, state.given.intake?.repository_name) ?? place.home
  const now = state.gate === undefined ? undefined : state.gates[treeHash(await repositoryFiles(world, target, state))]
  const stale = state.gate !== undefined && now === undefined
  const spoken = now === undefined ? state : { ...state, gate: now }
  const told = await reportOf(world, { state: spoken, events, target })
  const model =
    standing === 'older-than-remembered'
      ? {
          ...told,
          unverified: ['The history: events that this machine wrote are missing at its end.', ...told.unverified],
        }
      : told
  if (!stale) return model
  return {
    ...model,
    verdict: 'not ready',
    reasons: [
      'Files were changed since the closing gate: its verdict is stale. `trysquare gate run` measures again.',
      // What was measured on another tree is no reason for anything.
      ...model.reasons.filter(each => model.verdict === 'not ready' && each.includes('not done')),
    ],
    unverified: ['The repository as it is now: the closing gate looked at another tree.', ...model.unverified],
  }
}

/** The report in one of the formats. */
export const printReport = async (world: World, format: string): Promise<string> => {
  const formats = await world.shelves.reports()
  const found = formats.find(each => each.id === format)
  if (found === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'report format',
      name: format,
      known: formats.map(each => each.id),
    })
  return found.print(await reportHere(world))
}
