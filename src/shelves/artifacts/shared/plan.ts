import type { Architecture, Component } from '../../../core/design/answers/types.ts'
import type { ManagerFacts, PlannedFile, ProjectCommand } from '../../../core/design/world.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { inPackage } from './drawn.ts'

/** The path of the file with that role, when the repository holds one. */
export const pathOf = (files: readonly PlannedFile[], role: string): string | undefined =>
  files.find(file => file.role === role)?.path

/** The components that the repository holds: one that was left open is spoken of once it is there. */
export const presentComponents = (
  components: readonly Component[],
  files: readonly PlannedFile[],
): readonly Component[] => components.filter(each => pathOf(files, `${each.name}.source`) !== undefined)

/** Whether the repository has a folder of that name at the top. */
export const hasFolder = (files: readonly PlannedFile[], folder: string): boolean =>
  files.some(file => file.path.startsWith(`${folder}/`))

/** Whether tests lie in the package itself, beside what they test. */
export const hasTestsBeside = (files: readonly PlannedFile[], packageName: string): boolean =>
  files.some(file => isTestFile(file.path) && inPackage(file.path, packageName))

/** Runs a program of the project's environment. */
export const inEnvironment = (manager: Pick<ManagerFacts, 'run'>, command: string): string =>
  `${manager.run} ${command}`.trim()

/** Makes the environment in a fresh checkout; where there is no lock file yet, it is made first, for everybody. */
export const setUpCommands = ({ install, lock, locked }: ManagerFacts): string =>
  (locked ? [] : [lock]).concat(install).join('\n')

/** What the first of these commands is, where there is no lock file yet. */
export const lockNote = ({ lock, lock_file, locked }: ManagerFacts): readonly Escaped[] =>
  locked
    ? []
    : [
        md``,
        md`There is no ${md.code(lock_file)} yet: ${md.code(lock)} writes it, with the exact version of every dependency. Commit it.`,
      ]

/** What must pass before anything is merged, in the order in which it is fastest to fail. */
export const checkCommands = (
  manager: ManagerFacts,
  testing: Architecture['testing'],
  more: readonly ProjectCommand[],
): readonly ProjectCommand[] => [
  { does: 'Format', command: inEnvironment(manager, 'ruff format --check .') },
  { does: 'Lint', command: inEnvironment(manager, 'ruff check .') },
  { does: 'Types', command: inEnvironment(manager, 'mypy .') },
  ...(testing === 'none' ? [] : [{ does: 'Tests and coverage', command: inEnvironment(manager, 'pytest') }]),
  ...more.map(each => ({ does: each.does, command: inEnvironment(manager, each.command) })),
  { does: 'Build', command: manager.build },
]
