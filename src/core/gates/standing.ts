import { failedRows, type Row } from './verdict.ts'

/**
 * Where a tree stands with its gate: `passed` and `failed` on exactly this tree; `open` when nothing failed and something that
 * is needed did not run; `stale` when the last gate looked at another tree; `not-run` when there was none.
 */
export type GateStanding = 'passed' | 'failed' | 'open' | 'stale' | 'not-run'

/**
 * Where a tree stands, from the verdict on exactly that tree.
 *
 * @param ran whether any gate ran at all, on whatever tree
 */
export const gateStanding = (
  verdict: { readonly passed: boolean; readonly rows: readonly Row[] } | undefined,
  ran: boolean,
): GateStanding => {
  if (verdict === undefined) return ran ? 'stale' : 'not-run'
  if (verdict.passed) return 'passed'
  return failedRows(verdict.rows).length === 0 ? 'open' : 'failed'
}
