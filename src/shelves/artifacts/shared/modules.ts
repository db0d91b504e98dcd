import type { Architecture } from '../../../core/design/answers/types.ts'

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

/** What the settings hold, whichever way they come in. */
export const settingsFields = [
  {
    field: 'log_level',
    variable: 'LOG_LEVEL',
    type: 'DEBUG, INFO, WARNING, ERROR or CRITICAL',
    default: 'INFO',
    meaning: 'The lowest level of log record that is shown.',
  },
] as const

/** Whether settings are read from environment variables. */
export const readsEnvironment = (configuration: Architecture['configuration']): boolean => configuration !== 'files'
/** Whether settings are read from a TOML file. */
export const readsFile = (configuration: Architecture['configuration']): boolean =>
  configuration === 'files' || configuration === 'combination'
