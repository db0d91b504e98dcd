import type { GateStanding } from '../../core/gates/standing.ts'
import { failedRows, type Row } from '../../core/gates/verdict.ts'

const titles = (rows: readonly Row[]): string => rows.map(row => row.title).join(', ')

const words: Readonly<Record<GateStanding, (rows: readonly Row[]) => string>> = {
  passed: () => 'passed on exactly this tree',
  failed: rows => `fails on exactly this tree: ${titles(failedRows(rows))}`,
  open: rows =>
    `is open on exactly this tree: ${titles(rows.filter(row => row.outcome === 'SKIPPED'))} did not run; what ran passes`,
  stale: () => 'has not looked at this tree: stale. `trysquare gate run` measures it',
  'not-run': () => 'has not closed the run yet',
}

/** What the closing gate said of this very tree; where nothing failed and something did not run, that is open and not failed. */
export const gateWords = (standing: GateStanding, rows: readonly Row[]): string => words[standing](rows)
