import { failedRows, type Row } from './verdict.ts'

/**
 * Where a tree stands with its gate: `passed` and `failed` on exactly this tree; `open` when nothing failed and something that
 * is needed did not run; `stale` when the last gate looked at another tree; `not-run` while none has closed the run, at first
 * or since it is open again.
 */
export type GateStanding = 'passed' | 'failed' | 'open' | 'stale' | 'not-run'

/**
 * Where a tree stands, from the verdict on exactly that tree.
 *
 * @param closed whether a gate has closed the run, on whatever tree
 */
export const gateStanding = (
  verdict: { readonly passed: boolean; readonly rows: readonly Row[] } | undefined,
  closed: boolean,
): GateStanding => {
  if (!closed) return 'not-run'
  if (verdict === undefined) return 'stale'
  if (verdict.passed) return 'passed'
  return failedRows(verdict.rows).length === 0 ? 'open' : 'failed'
}
