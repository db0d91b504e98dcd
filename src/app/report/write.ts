import { join } from 'node:path'
import type { World } from '../world.ts'
import { type ReportedRun, reportOf } from './model.ts'

/** The names of the files that reports are written to: never part of what is checked. */
export const isReport = (path: string): boolean => /^GENERATION_REPORT\.\w+$/.test(path)

/** Writes the report in the formats that the answers ask for; Markdown when they ask for none. */
export const writeReports = async (
  world: World,
  run: ReportedRun,
): Promise<readonly { readonly file: string; readonly format: string }[]> => {
  const model = await reportOf(world, run)
  const wanted = run.state.given.report?.formats ?? ['markdown']
  const formats = (await world.shelves.reports()).filter(each => wanted.some(name => name === each.id))
  for (const format of formats)
    await world.files.below(run.target).write(join(run.target, format.file), format.print(model))
  return formats.map(({ id, file }) => ({ format: id, file }))
}
