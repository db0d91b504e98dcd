import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasModule, isModule } from '../shared/drawn.ts'
import { configStems, loggingStems } from '../shared/modules.ts'
import { de } from './de.ts'
import { usage } from './usage.ts'

const configure = 'def configure_logging(level: str = "INFO", stream: TextIO | None = None) -> None: ...\n'

export default artifact({
  id: 'logging',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'intake.purpose',
    'names.package',
    'structure',
  ],
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/logging.py`,
  accepts: (path, { names }) => isModule(path, names.package, loggingStems),
  purpose: ({ architecture }) =>
    architecture.logging === 'minimal'
      ? 'Names the logger that an application configures.'
      : 'Gives loggers, and shows their records when a program asks for it.',
  effort: 'simple',
  interface: ({ architecture }) =>
    ({
      stdlib: `LOGGER_NAME: Final = ...\n\ndef get_logger(name: str = LOGGER_NAME) -> logging.Logger: ...\n${configure}`,
      structlog: `LOGGER_NAME: Final = ...\n\ndef get_logger(name: str = LOGGER_NAME) -> FilteringBoundLogger: ...\n${configure}`,
      minimal: 'logger: Final = ...\n',
    })[architecture.logging],
  contributes: ({ architecture, intake, names, structure }) => ({
    translations: { de },
    requirements: architecture.logging === 'structlog' ? ['structlog'] : [],
    exports: architecture.logging === 'minimal' ? [] : ['configure_logging', 'get_logger'],
    features: [
      isProgram({ intake }) && architecture.logging !== 'structlog'
        ? `It logs to standard error, from the level of its settings up; \`--verbose\` shows every record.`
        : {
            stdlib: `It logs below the standard logger \`${names.package}\` and is silent until an application listens.`,
            structlog: 'It logs structured events, one JSON object per line once configured.',
            minimal: `It has one standard logger, \`${names.package}\`, silent until an application listens.`,
          }[architecture.logging],
    ],
    usage: [
      {
        title: 'Logging',
        code: usage(names.package, architecture, hasModule(structure, names.package, configStems)),
        prints: '',
      },
    ],
  }),
  template: ({ architecture }) => `logging_${architecture.logging}.py`,
})
