import type { Architecture, Intake } from '../../../core/design/answers/types.ts'
import { isProgram } from '../../../core/design/purpose.ts'
import type { DrawnTree, EnvironmentVariable } from '../../../core/design/world.ts'
import { hasModule } from './drawn.ts'

/** Names by which a drawn tree may know the module of settings. */
export const configStems = ['config', 'settings', 'configuration'] as const
/** Names by which a drawn tree may know the module of logging. */
export const loggingStems = ['logging', 'log', 'logs', 'logger', 'logging_config'] as const
/** Names by which a drawn tree may know the module of errors. */
export const errorsStems = ['exceptions', 'errors', 'error', 'results', 'result'] as const

/** What the module of errors is called when nobody drew one. */
export const errorsStem = (errors: Architecture['errors']): string =>
  errors === 'exceptions' ? 'exceptions' : 'errors'

/** Titles of the README's usages that are about set-up: its quick start shows something else where there is something else. */
export const setUpTitles: readonly string[] = ['Settings', 'Logging']

/** What decides how a setting comes to take effect. */
interface About {
  readonly intake: Pick<Intake, 'purpose'>
  readonly architecture: Pick<Architecture, 'logging'>
  readonly names: { readonly package: string }
  readonly structure: DrawnTree
}

/** A program applies its level; elsewhere nothing does by itself, and the words say who does. */
const levelMeans = ({ architecture, intake, names, structure }: About): string => {
  if (isProgram({ intake })) return 'The lowest level of log record to show; --verbose shows every record.'
  if (!hasModule(structure, names.package, loggingStems)) {
    return 'The lowest level of log record to show; the application applies it.'
  }
  return architecture.logging === 'minimal'
    ? "The lowest level of log record to show; set it on the package's logger."
    : 'The lowest level of log record to show; give it to configure_logging.'
}

/** What the settings hold, whichever way they come in. */
export const settingsFields = (about: About) => [
  {
    field: 'log_level',
    variable: 'LOG_LEVEL',
    type: 'DEBUG, INFO, WARNING, ERROR or CRITICAL, in upper or lower case',
    default: 'INFO',
    meaning: levelMeans(about),
  },
]

/** The keys that a settings file may hold: the log level, and the addresses of other services. */
export const fileKeys = (
  about: About,
  environment: readonly EnvironmentVariable[],
): readonly Omit<EnvironmentVariable, 'name'>[] => [
  ...settingsFields(about),
  ...environment.filter(each => each.kind === 'address'),
]

/** Whether settings are read from environment variables. */
export const readsEnvironment = (configuration: Architecture['configuration']): boolean => configuration !== 'files'
/** Whether settings are read from a TOML file. */
export const readsFile = (configuration: Architecture['configuration']): boolean =>
  configuration === 'files' || configuration === 'combination'
