import type { Row } from '../core/gates/verdict.ts'
import { readReceipt } from './evidence.ts'
import type { World } from './world.ts'

/** A verdict stands on its receipt: without it, or against it, it is only a claim. */
const isProved = async (world: World, target: string, row: Row): Promise<boolean> => {
  if (row.receipt === undefined) return row.outcome === 'SKIPPED'
  const receipt = await readReceipt(world, target, row.receipt)
  if (receipt === undefined || receipt.check !== row.check) return false
  return row.outcome !== 'PASS' || receipt.outcome.unable === undefined
}

/** The rows whose receipt is gone, was changed, or says something else than the history. */
export const unprovedRows = async (world: World, target: string, rows: readonly Row[]): Promise<readonly Row[]> => {
  const found: Row[] = []
  for (const row of rows) if (!(await isProved(world, target, row))) found.push(row)
  return found
}
