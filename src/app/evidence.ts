import { join } from 'node:path'
import { type Receipt, receiptId } from '../core/gates/evidence.ts'
import type { StoredEvent } from '../core/journal/event.ts'
import type { CreateEvent } from '../core/workflow/create/types.ts'
import type { World } from './world.ts'

/** A run's receipts are kept with its history. What this machine measures after the run ended stays out of version control. */
export type Keeping = 'run' | 'machine'

const folders: Readonly<Record<Keeping, string>> = { run: 'evidence', machine: 'workspace/evidence' }
const receiptPath = (target: string, keeping: Keeping, id: string): string =>
  join(target, '.trysquare', folders[keeping], `${id}.json`)

/** Keeps a receipt; its name is the hash of its content. */
export const keepReceipt = (world: World, target: string, receipt: Receipt, keeping: Keeping): Promise<void> =>
  world.files
    .below(target)
    .write(receiptPath(target, keeping, receiptId(receipt)), `${JSON.stringify(receipt, null, 1)}\n`)

/** Receipts that the journal names, the last named last: only these may stand in for running a check again. */
export const attested = (events: readonly StoredEvent<CreateEvent>[]): readonly string[] => {
  const named = new Set<string>()
  for (const { event } of events) {
    const rows =
      event.type === 'gated'
        ? event.result.rows
        : event.type === 'task' && event.event.type === 'judged'
          ? event.event.validation.rows
          : []
    for (const { receipt } of rows) {
      if (receipt === undefined) continue
      named.delete(receipt)
      named.add(receipt)
    }
  }
  return [...named]
}

/** A receipt as it was kept; undefined when it is gone, or was changed since. */
export const readReceipt = async (world: World, target: string, id: string): Promise<Receipt | undefined> => {
  if (!/^[a-z]+(?:-[a-z]+)*-[0-9a-f]{20}$/.test(id)) return undefined
  const files = world.files.below(target)
  return (
    proved(id, await files.read(receiptPath(target, 'run', id))) ??
    proved(id, await files.read(receiptPath(target, 'machine', id)))
  )
}

const proved = (id: string, text: string | undefined): Receipt | undefined => {
  if (text === undefined) return undefined
  try {
    const receipt = JSON.parse(text) as Receipt
    return receiptId(receipt) === id ? receipt : undefined
  } catch {
    // Not JSON: changed by something else, so it proves nothing.
    return undefined
  }
}

/**
 * The last attested receipt that was made on these very inputs. Behind one that is gone or was changed nobody looks: it may have
 * been of the same inputs, and have said something else.
 */
export const freshReceipt = async (
  world: World,
  target: string,
  names: readonly string[],
  check: string,
  inputs: string,
): Promise<{ readonly id: string; readonly receipt: Receipt } | undefined> => {
  for (const id of names.filter(each => each.slice(0, each.lastIndexOf('-')) === check).toReversed()) {
    const receipt = await readReceipt(world, target, id)
    if (receipt === undefined) return undefined
    if (receipt.inputs === inputs) return { id, receipt }
  }
  return undefined
}
