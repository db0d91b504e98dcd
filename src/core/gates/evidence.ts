import type { ContentHash } from '../../base/brand.ts'
import { valueHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { CheckOutcome } from './finding.ts'

/** The receipt of a check that Trysquare's own process ran on given inputs. It counts for those inputs only. */
export interface Receipt {
  readonly check: string
  /** Program and arguments; `in process` when none was started. */
  readonly command: readonly string[]
  readonly exit: number | undefined
  readonly seconds: number
  /** SHA-256 of what the tool printed. */
  readonly output: ContentHash
  /** Tools with their versions. */
  readonly tools: Readonly<Record<string, string>>
  /** Hash of everything that the result depends on: {@link inputsKey}. */
  readonly inputs: ContentHash
  /** How many files that was. */
  readonly files: number
  readonly outcome: CheckOutcome
}

/** The name under which a receipt is kept and quoted: it changes with every byte of the receipt. */
export const receiptId = (receipt: Receipt): string => `${receipt.check}-${valueHash(receipt).slice(0, 20)}`

/** Hash of the inputs of a check: its version, the tools' versions, what it was told of the project, and its files. */
export const inputsKey = (inputs: {
  readonly check: string
  readonly version: number
  readonly tools: Readonly<Record<string, string>>
  readonly project: unknown
  readonly files: ReadonlyMap<RepoPath, ContentHash>
}): ContentHash => valueHash({ ...inputs, files: [...inputs.files].toSorted(([a], [b]) => (a < b ? -1 : 1)) })
