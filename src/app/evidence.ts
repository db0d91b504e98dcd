import { join } from 'node:path'
import { type Receipt, receiptId } from '../core/gates/evidence.ts'
import type { StoredEvent } from '../core/journal/event.ts'
import type { CreateEvent } from '../core/workflow/create/types.ts'
import type { World } from './world.ts'

/**
 * A run's receipts are kept with its history. What this machine measures after the run ended stays out of version control, and a
 * look in between leaves no trace.
 */
export type Keeping = 'run' | 'machine' | 'look'

const folders: Readonly<Record<Exclude<Keeping, 'look'>, string>> = { run: 'evidence', machine: 'workspace/evidence' }
const receiptPath = (target: string, keeping: Exclude<Keeping, 'look'>, id: string): string =>
  join(target, '.trysquare', folders[keeping], `${id}.json`)

/** Keeps a receipt, unless it is one of a look; its name is the hash of its content. */
export const keepReceipt = async (
  world: World,
  target: string,
  receipt: Receipt,
  keeping: Keeping,
): Promise<string> => {
  const id = receiptId(receipt)
  if (keeping === 'look') return id
  await world.files.below(target).write(receiptPath(target, keeping, id), `${JSON.stringify(receipt, null, 1)}\n`)
  return id
}

/** Receipts that the journal names: only these may stand in for running a check again. */
export const attested = (events: readonly StoredEvent<CreateEvent>[]): readonly string[] => {
  const named = new Set<string>()
  for (const { event } of events) {
    const rows =
      event.type === 'gated'
        ? event.result.rows
        : event.type === 'task' && event.event.type === 'judged'
          ? event.event.validation.rows
          : []
    for (const row of rows) if (row.receipt !== undefined) named.add(row.receipt)
  }
  return [...named]
}

/** A receipt as it was kept; undefined when it is gone, or was changed since. */
export const readReceipt = async (world: World, target: string, id: string): Promise<Receipt | undefined> => {
  if (!/^[a-z]+-[0-9a-f]{20}$/.test(id)) return undefined
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

/** The attested receipt that was made on these very inputs. */
export const freshReceipt = async (
  world: World,
  target: string,
  names: readonly string[],
  check: string,
  inputs: string,
): Promise<{ readonly id: string; readonly receipt: Receipt } | undefined> => {
  for (const id of names.filter(each => each.startsWith(`${check}-`)).toReversed()) {
    const receipt = await readReceipt(world, target, id)
    if (receipt !== undefined && receipt.inputs === inputs) return { id, receipt }
  }
  return undefined
}
