import { firstFew } from '../../base/first-few.ts'
import { oneLine } from '../../base/visible.ts'
import type { GateStanding } from '../../core/gates/standing.ts'
import { failedRows, type Row } from '../../core/gates/verdict.ts'

const titles = (rows: readonly Row[]): string => rows.map(row => row.title).join(', ')

/** As many names as a line bears. */
const few = 3

const besideWords = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` (in no plan: ${oneLine(firstFew(names, few))})`

const words: Readonly<Record<GateStanding, (rows: readonly Row[], unplanned: readonly string[]) => string>> = {
  passed: () => 'passed on exactly this tree',
  failed: rows => `fails on exactly this tree: ${titles(failedRows(rows))}`,
  open: rows =>
    `is open on exactly this tree: ${titles(rows.filter(row => row.outcome === 'SKIPPED'))} did not run; what ran passes`,
  stale: (_, unplanned) =>
    `has not looked at this tree${besideWords(unplanned)}: stale. \`trysquare gate run\` measures it`,
  'not-run': () => 'has not closed the run yet',
}

/**
 * What the closing gate said of this very tree; where nothing failed and something did not run, that is open and not failed, and
 * where it looked at another tree, files in no plan may be why.
 */
export const gateWords = (standing: GateStanding, rows: readonly Row[], unplanned: readonly string[] = []): string =>
  words[standing](rows, unplanned)
