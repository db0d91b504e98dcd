import type { Architecture } from '../../../core/design/answers/types.ts'

/** Who opens results for those outside, who know none. */
const opening = (has: { readonly program: boolean; readonly served: boolean }): readonly string[] => [
  ...(has.served
    ? ['Only opened makes an HTTP answer of a failure; whoever adds a kind of failure gives it a status.']
    : []),
  ...(has.program ? ['Only opened ends the program on a failure; a subcommand opens what it goes on from.'] : []),
]

/** What the decisions oblige whoever works here to. */
export const consequences = (
  architecture: Architecture,
  packageName: string,
  errorBase: string,
  has: {
    readonly settings: boolean
    readonly logging: boolean
    readonly program: boolean
    readonly served: boolean
  },
): readonly string[] => [
  'Dependencies are added through the manager, so that its lock file stays true; installing from a stale one fails.',
  {
    environment: 'A new setting is a field with a default, a variable, and a line in the table of the README.',
    files:
      'A new setting is a field with a default and a key; unknown keys are refused, so that a typing slip is seen.',
    'pydantic-settings': 'A new setting is a typed field with a default; Pydantic is a dependency of every user.',
    combination: 'A new setting is a field with a default, a key and a variable; the variable wins.',
  }[architecture.configuration],
  {
    exceptions: has.program
      ? `New errors derive from ${errorBase}, so that the program ends with one line; anything else ends it with a traceback, as a bug.`
      : `New errors derive from ${errorBase}, so that users who catch it need no change; wrong arguments raise ValueError or TypeError.`,
    results: 'Every caller opens a result before using it; a new kind of failure is visible in signatures.',
    mixed: `Failures to expect are visible in signatures; what nobody has to expect is raised, the package’s own errors below ${errorBase}, wrong arguments as ValueError or TypeError.`,
  }[architecture.errors],
  ...(architecture.errors === 'exceptions' ? [] : opening(has)),
  {
    stdlib: `Modules log below the logger ${packageName}; the package never configures logging on import.`,
    structlog: 'Modules log events with data, not sentences; the package never configures logging on import.',
    minimal: has.program
      ? `There is one logger, ${packageName}; the program alone decides what is shown.`
      : `There is one logger, ${packageName}; what is shown is the application's business.`,
  }[architecture.logging],
  ...(has.settings && has.logging
    ? [
        has.program
          ? 'The log level of the settings takes effect when a subcommand begins.'
          : architecture.logging === 'minimal'
            ? 'The log level of the settings takes effect when an application sets it on that logger, not before.'
            : 'The log level of the settings takes effect when a program gives it to configure_logging, not before.',
      ]
    : []),
  {
    none: 'No test guards a change; reviews and types must.',
    unit: 'Each module is changed together with its tests; how modules work together is seen in review.',
    'unit+integration':
      'Each module is changed together with its tests, and the ways through several modules have tests of their own.',
    comprehensive:
      'Besides examples, properties that hold for every input are tested; a found counter-example becomes a test.',
  }[architecture.testing],
]
