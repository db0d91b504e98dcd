import type { RepoPath } from '../../../base/repo-path.ts'
import type { Architecture, Component, Intake } from '../../../core/design/answers/types.ts'
import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import type { DrawnTree, PlanFacts } from '../../../core/design/world.ts'
import type { Standing } from '../../../ports/unit-file.ts'
import { isModule } from './drawn.ts'
import { moduleNames } from './module-names.ts'

/** Whether it is a program for the terminal that has tests. */
export const isTestedProgram = (from: {
  readonly intake: Pick<Intake, 'purpose'>
  readonly architecture: Pick<Architecture, 'testing'>
}): boolean => isProgram(from) && from.architecture.testing !== 'none'

/** Whether it has subcommands of its own, besides the doctor. */
export const hasSubcommands = ({ components }: { readonly components: readonly Pick<Component, 'kind'>[] }): boolean =>
  components.some(each => each.kind === 'command')

/** Names by which a drawn tree may know the modules of the program. */
export const programStems = {
  cli: ['cli', 'app'],
  main: ['main', '__main__'],
  program: ['program'],
  output: ['output', 'printing'],
  diagnostics: ['diagnostics', 'diagnosis'],
  doctor: ['doctor'],
} as const

/** Whether a drawn path is one of the program's modules. */
export const isProgramModule =
  (stems: readonly string[]) =>
  (path: RepoPath, { names }: { readonly names: { readonly package: string } }): boolean =>
    isModule(path, names.package, stems)

/** Where a module of the program lies, unless it was drawn: in a folder of its name, since a package hides the module beside it. */
export const programPath =
  (stem: string) =>
  ({ names, structure }: { readonly names: { readonly package: string }; readonly structure: DrawnTree }): string => {
    const place = `${packageFolder(structure, names.package)}/${stem}`
    return structure.files.some(path => path.startsWith(`${place}/`)) ? `${place}/${stem}.py` : `${place}.py`
  }

/** A drawn tree that lacks the program, which is what the project is, is amended. */
export const ofProgram = (): Standing => ({ template: true, needed: 'The project is a program; it is a part of it.' })

/** The modules that the program is made of, by their names in templates. */
export const programModules = moduleNames({
  my_actions: 'actions',
  my_cli: 'cli',
  my_config: 'config',
  my_diagnostics: 'diagnostics',
  my_doctor: 'doctor',
  my_errors: 'errors',
  my_logging: 'logging',
  my_models: 'models',
  my_output: 'output',
  my_program: 'program',
  my_utils: 'utils',
})

/** What each exit code of the program means. Source: Python ends with 1 and Typer with 2 and 130 by themselves; a shell counts signals from 128. */
export const exitCodes: readonly (readonly [code: number, means: string])[] = [
  [0, 'Everything went well.'],
  [1, 'A bug of the program: a traceback says where.'],
  [2, 'Wrong usage; standard error says what.'],
  [3, 'It could not do what it was asked; one line on standard error says why.'],
  [4, 'The doctor found something that hinders the program.'],
  [130, 'It was interrupted.'],
  [141, 'What read its output stopped before the end.'],
]

const takes = (plan: Pick<PlanFacts, 'subcommands'>, type: string): boolean =>
  plan.subcommands.some(each => each.parameters.some(({ values }) => values.length === 1 && values[0] === type))

/** Whether a subcommand takes a number that may have a fraction: what is not finite is refused. */
export const takesNumbers = (plan: Pick<PlanFacts, 'subcommands'>): boolean => takes(plan, 'float')

/** Whether the program, or a subcommand, takes a path, be it of its settings: an empty one is refused. */
export const takesPaths = (from: {
  readonly architecture: Pick<Architecture, 'configuration'>
  readonly plan: Pick<PlanFacts, 'subcommands'>
}): boolean => ['files', 'combination'].includes(from.architecture.configuration) || takes(from.plan, 'path')
