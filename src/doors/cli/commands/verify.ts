import { statusHere } from '../../../app/use-cases/status.ts'
import { KnownError, wordsOf } from '../../../base/errors/known-error.ts'
import { oneLine } from '../../../base/visible.ts'
import type { Standing } from '../../../core/journal/memory.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { gateWords } from '../gate-words.ts'
import { neededData } from '../print-error.ts'
import { twoColumns } from '../table.ts'

const remembered: Readonly<Record<Standing, string>> = {
  same: 'proved: every event follows from the one before, and it ends where this machine left it',
  'newer-than-remembered': 'proved: every event follows from the one before; it goes on where this machine left it',
  'older-than-remembered':
    'TSQ-JOURNAL-OLDER: every event follows from the one before, but events that this machine wrote are missing at its end. An older branch is checked out, or the history was cut',
  'unknown-here': 'proved: every event follows from the one before; this machine had not seen the run until now',
}

/** `trysquare verify`: the chain of the history was proved by reading it; then every accepted file is compared. */
export const verify = async (context: Context): Promise<number> => {
  const found = await statusHere(context.world)
  if (found.kind === 'nothing') throw new KnownError('TSQ-RUN-NONE', { folder: found.folder })
  const { state, changed, compared, verdict, unproved, reports, unplanned, gate, standing, tornLine, needed } = found
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
      JSON.stringify(
        {
          standing,
          tornLine,
          compared,
          changed,
          unproved,
          reports,
          finished,
          gate,
          ...(needed !== undefined && { needed: neededData(needed) }),
          fine,
        },
        null,
        2,
      ),
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
        ['Gate', gateWords(gate, verdict?.rows ?? [], unplanned)],
        ...(needed === undefined ? [] : [['Waits', oneLine(wordsOf(needed.code).what(needed.data))] as const]),
      ],
      context.columns,
      '',
    ),
  )
  return fine ? exitCodes.fine : exitCodes.findings
}
