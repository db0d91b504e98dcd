import type { Architecture, Component, Intake } from '../../../core/design/answers/types.ts'
import { isProgram } from '../../../core/design/purpose.ts'
import type { PlanFacts } from '../../../core/design/world.ts'
import { moduleNames } from './module-names.ts'

/** Whether it is a program for the terminal that has tests. */
export const isTestedProgram = (from: {
  readonly intake: Pick<Intake, 'purpose'>
  readonly architecture: Pick<Architecture, 'testing'>
}): boolean => isProgram(from) && from.architecture.testing !== 'none'

/** Whether it has subcommands of its own, besides the doctor. */
export const hasSubcommands = ({ components }: { readonly components: readonly Pick<Component, 'kind'>[] }): boolean =>
  components.some(each => each.kind === 'command')

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

/** What each exit code of the program means. Source: Python ends with 1 and Typer with 2 and 130 by themselves. */
export const exitCodes: readonly (readonly [code: number, means: string])[] = [
  [0, 'Everything went well.'],
  [1, 'A bug of the program: a traceback says where.'],
  [2, 'Wrong usage; standard error says what.'],
  [3, 'It could not do what it was asked; one line on standard error says why.'],
  [4, 'The doctor found something that hinders the program.'],
  [130, 'It was interrupted.'],
]

/** Whether a subcommand takes a number that may have a fraction: what is not finite is refused. */
export const takesNumbers = (plan: Pick<PlanFacts, 'subcommands'>): boolean =>
  plan.subcommands.some(each => each.parameters.some(({ values }) => values.length === 1 && values[0] === 'float'))
