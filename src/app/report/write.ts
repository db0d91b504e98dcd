import { join } from 'node:path'
import { contentHash } from '../../base/hash.ts'
import type { WrittenReport } from '../../core/workflow/create/types.ts'
import { writeOwn } from '../own-writes.ts'
import type { World } from '../world.ts'
import { type ReportedRun, reportOf } from './model.ts'

/** Writes the report in the formats that the answers ask for; Markdown when they ask for none. */
export const writeReports = async (world: World, run: ReportedRun): Promise<readonly WrittenReport[]> => {
  const model = await reportOf(world, run)
  const wanted = run.state.given.report?.formats ?? ['markdown']
  const formats = (await world.shelves.reports()).filter(each => wanted.some(name => name === each.id))
  const written: WrittenReport[] = []
  for (const { id, file, print } of formats) {
    const text = print(model)
    await writeOwn(world, run.state, run.target, file, text)
    written.push({ format: id, file, hash: contentHash(text) })
  }
  return written
}

/** Reports that are no longer what was written: edited, or gone. */
export const changedReports = async (
  world: World,
  target: string,
  written: readonly WrittenReport[],
): Promise<readonly string[]> => {
  const changed: string[] = []
  for (const { file, hash } of written) {
    // Its bytes: the report of a plan of thousands is longer than any text that is read otherwise.
    const bytes = await world.files.below(target).bytes(join(target, file))
    if (hash !== undefined && (bytes === undefined || contentHash(bytes) !== hash)) changed.push(file)
  }
  return changed
}
