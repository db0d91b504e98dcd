import { type Status, statusHere } from '../../../app/use-cases/status.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import type { Standing } from '../../../core/journal/memory.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { twoColumns } from '../table.ts'

const remembered: Readonly<Record<Standing, string>> = {
  same: 'proved: every event follows from the one before, and it ends where this machine left it',
  'newer-than-remembered': 'proved: every event follows from the one before; it goes on where this machine left it',
  'older-than-remembered':
    'TSQ-JOURNAL-OLDER: every event follows from the one before, but events that this machine wrote are missing at its end. An older branch is checked out, or the history was cut',
  'unknown-here': 'proved: every event follows from the one before; this machine had not seen the run until now',
}

/** What the closing gate said of this very tree; where nothing failed and something did not run, that is open and not failed. */
const gateWords = ({ stale, verdict }: Extract<Status, { readonly kind: 'run' }>): string => {
  if (stale) return 'has not looked at this tree: stale. `trysquare gate run` measures it'
  if (verdict?.passed === true) return 'passed on exactly this tree'
  const skipped = (verdict?.rows ?? []).filter(row => row.outcome === 'SKIPPED').map(row => row.title)
  const failed = (verdict?.rows ?? []).filter(row => row.outcome === 'FAIL' || row.outcome === 'PARTIAL')
  return failed.length === 0 && skipped.length > 0
    ? `is open on exactly this tree: ${skipped.join(', ')} did not run; what ran passes`
    : `fails on exactly this tree: ${failed.map(row => row.title).join(', ')}`
}

/** `trysquare verify`: the chain of the history was proved by reading it; then every accepted file is compared. */
export const verify = async (context: Context): Promise<number> => {
  const found = await statusHere(context.world)
  if (found.kind === 'nothing') throw new KnownError('TSQ-RUN-NONE', { folder: found.folder })
  const { state, changed, compared, verdict, unproved, reports, stale, standing, tornLine } = found
  if (state.plan.length === 0 && state.former === undefined)
    throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const finished = state.at === 'finished' && state.gate !== undefined
  const passed = verdict?.passed ?? false
  const fine =
    standing !== 'older-than-remembered' &&
    finished &&
    passed &&
    compared > 0 &&
    changed.length === 0 &&
    unproved.length === 0 &&
    reports.length === 0 &&
    !stale
  if (context.json) {
    context.print(
      JSON.stringify(
        { standing, tornLine, compared, changed, unproved, reports, stale, finished, gate: passed, fine },
        null,
        2,
      ),
    )
    return fine ? exitCodes.fine : exitCodes.findings
  }
  const gate = finished ? gateWords(found) : 'has not closed the run yet'
  context.print(
    ...twoColumns(
      [
        ['History', remembered[standing]],
        ...(tornLine === undefined
          ? []
          : [['', `line ${tornLine} is torn: an append that never finished; the next command sets it aside`] as const]),
        [
          'Files',
          changed.length === 0
            ? `${compared} compared, none changed since it was accepted`
            : `changed since they were accepted: ${changed.join(', ')}`,
        ],
        [
          'Receipts',
          unproved.length === 0
            ? 'each verdict of the gate has its receipt, unchanged'
            : `gone or changed for: ${unproved.join(', ')}`,
        ],
        ...(reports.length === 0
          ? []
          : [
              [
                'Report',
                `${reports.join(', ')}: not what was written when the run ended; \`trysquare report\` prints what is true`,
              ] as const,
            ]),
        ['Gate', gate],
      ],
      context.columns,
      '',
    ),
  )
  return fine ? exitCodes.fine : exitCodes.findings
}
