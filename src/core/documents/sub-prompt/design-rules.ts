import type { Architecture, Intake } from '../../design/answers/types.ts'
import type { Early } from '../../design/world.ts'
import { quote } from './lines.ts'

const errors: Readonly<Record<Architecture['errors'], (base: string) => string>> = {
  exceptions: base =>
    `Errors: raise exceptions that derive from \`${base}\` for every failure of the package’s own, and \`ValueError\` or \`TypeError\` for wrong arguments; never a bare \`Exception\`, never a result code; name each one under "Raises" in the docstring.`,
  results: () =>
    'Errors: an expected failure is returned as `Err`, a success as `Ok`; nothing is raised for what a caller must expect.',
  mixed: base =>
    `Errors: an expected failure is returned as \`Err\`, a success as \`Ok\`; misuse by the programmer is raised: \`ValueError\` or \`TypeError\` for wrong arguments, otherwise an exception that derives from \`${base}\`.`,
}

const logging: Readonly<Record<Architecture['logging'], string>> = {
  stdlib:
    'Logging: `logging.getLogger(__name__)` once per module, with lazy arguments; no handler, level or format is set outside the logging module of the package.',
  structlog:
    'Logging: `structlog.get_logger()`, an event name and key-value pairs; no text put together for the message.',
  minimal: 'Logging: one named logger, used only where an operator would otherwise be blind.',
}

const configuration: Readonly<Record<Architecture['configuration'], (prefix: string) => string>> = {
  environment: prefix =>
    `Configuration: settings come from environment variables that begin with \`${prefix}\`, through the settings object of the package; no other place reads \`os.environ\`.`,
  files: () =>
    'Configuration: settings come from a TOML file, through the settings object of the package; no other place reads it.',
  'pydantic-settings': prefix =>
    `Configuration: settings come from environment variables that begin with \`${prefix}\`, validated by the Pydantic settings class of the package; no other place reads \`os.environ\`.`,
  combination: prefix =>
    `Configuration: settings come from a TOML file that environment variables beginning with \`${prefix}\` override, through the settings object of the package; no other place reads either.`,
}

const concurrency: Readonly<Record<Intake['concurrency'], string>> = {
  sync: 'Concurrency: synchronous code; no `async`, no threads, no processes.',
  async: 'Concurrency: whatever waits is `async`; nothing blocks the event loop.',
  mixed: 'Concurrency: an asynchronous shell around synchronous code; only the outermost functions are `async`.',
  recommend: 'Concurrency: nothing else was decided, so synchronous code; no `async`, no threads, no processes.',
}

/** The architecture’s decisions as instructions to whoever writes Python. */
export const designRules = ({ architecture, intake, names }: Early): readonly string[] => [
  errors[architecture.errors](`${names.pascal}Error`),
  logging[architecture.logging],
  configuration[architecture.configuration](names.env_prefix),
  concurrency[intake.concurrency],
]

/** Further decisions, in the words of whoever made them. */
export const furtherDecisions = ({ decisions }: Early): readonly string[] =>
  decisions.length === 0
    ? []
    : [
        'Further decisions that hold for the whole project, each quoted as it was made:',
        '',
        ...decisions.flatMap(each =>
          quote(`${each.topic}: ${each.decision}${each.why === undefined ? '' : `\nWhy: ${each.why}`}`),
        ),
      ]

/** What the project refuses to become. */
export const prohibitions = ({ intake }: Early): readonly string[] =>
  intake.non_goals.length === 0
    ? []
    : [
        '',
        'Out of bounds: these are non-goals of the project, so the file must hold no part of them:',
        '',
        ...intake.non_goals.flatMap(each => quote(each)),
      ]
