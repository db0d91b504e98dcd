import { statusHere } from '../../../app/use-cases/status.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import type { GateStanding } from '../../../core/gates/standing.ts'
import { failedRows, type Row } from '../../../core/gates/verdict.ts'
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

const titles = (rows: readonly Row[]): string => rows.map(row => row.title).join(', ')

/** What the closing gate said of this very tree; where nothing failed and something did not run, that is open and not failed. */
const gateWords: Readonly<Record<GateStanding, (rows: readonly Row[]) => string>> = {
  passed: () => 'passed on exactly this tree',
  failed: rows => `fails on exactly this tree: ${titles(failedRows(rows))}`,
  open: rows =>
    `is open on exactly this tree: ${titles(rows.filter(row => row.outcome === 'SKIPPED'))} did not run; what ran passes`,
  stale: () => 'has not looked at this tree: stale. `trysquare gate run` measures it',
  'not-run': () => 'has not run yet',
}

/** `trysquare verify`: the chain of the history was proved by reading it; then every accepted file is compared. */
export const verify = async (context: Context): Promise<number> => {
  const found = await statusHere(context.world)
  if (found.kind === 'nothing') throw new KnownError('TSQ-RUN-NONE', { folder: found.folder })
  const { state, changed, compared, verdict, unproved, reports, gate, standing, tornLine } = found
  if (state.plan.length === 0 && state.former === undefined)
    throw new KnownError('TSQ-NO-CHECKS', { what: 'a run that has no files yet' })
  const finished = state.at === 'finished' && state.gate !== undefined
  const fine =
    standing !== 'older-than-remembered' &&
    finished &&
    gate === 'passed' &&
    compared > 0 &&
    changed.length === 0 &&
    unproved.length === 0 &&
    reports.length === 0
  if (context.json) {
    context.print(
      JSON.stringify({ standing, tornLine, compared, changed, unproved, reports, finished, gate, fine }, null, 2),
    )
    return fine ? exitCodes.fine : exitCodes.findings
  }
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
        ['Gate', finished ? gateWords[gate](verdict?.rows ?? []) : 'has not closed the run yet'],
      ],
      context.columns,
      '',
    ),
  )
  return fine ? exitCodes.fine : exitCodes.findings
}
