import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { type Config, type ConfigProblem, readConfig } from '../core/documents/config/config-file.ts'
import type { World } from './world.ts'

/** Where a repository keeps the settings that a person edits. */
export const settingsFile = '.trysquare/config.yaml'

const isProblem = (read: Config | ConfigProblem): read is ConfigProblem => 'problem' in read

/** The settings of a repository; nothing is set where there is no such file. Error: TSQ-CONFIG, with the line. */
export const configOf = async (world: World, root: string): Promise<Config> => {
  const text = await world.files.below(root).read(join(root, settingsFile))
  if (text === undefined) return { rules: {}, gates: [] }
  const read = readConfig(text)
  if (!isProblem(read)) return read
  throw new KnownError(
    'TSQ-CONFIG',
    { file: settingsFile, at: read.path, problem: read.problem },
    read.line === undefined ? undefined : { file: settingsFile, line: read.line },
  )
}
