import { workerData } from 'node:worker_threads'
import type { Inspected } from '../../core/gates/rules/found.ts'
import { lensOf } from '../compose-lens.ts'
import { lookAt, type Unread } from './look-at.ts'
import type { Setup } from './setup.ts'

/** Tinypool hands over its own data first, and then what was given. */
const [, setup] = workerData as readonly [unknown, Setup]
const lens = lensOf(setup, 'long')

/** What a thread does: it looks at some files, and answers with plain data. */
export default async (files: readonly Unread[]): Promise<readonly Inspected[]> => {
  const ready = await lens
  const seen: Inspected[] = []
  // One after the other: what is read of a file is large, and gone when the next one is looked at.
  for (const file of files) seen.push(await lookAt(file, ready))
  return seen
}
