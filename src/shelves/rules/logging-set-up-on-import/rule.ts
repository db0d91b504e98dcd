import { isBesideProgram, isCommandLineFile, runsItself } from '../../../core/python/program-file.ts'
import { callsOnImport } from '../../../core/python/source/on-import.ts'
import { at, rule } from '../../../ports/rule.ts'

const setters: ReadonlySet<string> = new Set([
  'logging.basicConfig',
  'logging.disable',
  'logging.config.dictConfig',
  'logging.config.fileConfig',
])

/** Where a program is put together. */
const meant =
  /(?:^|\/)(?:settings|config|configuration|conf|_?log|_?logs|_?logging|logger|loggers|logging_config|log_config|migrations|alembic)(?:\.py$|\/)|(?:log|logging)_?(?:setup|config|conf)\w*\.py$|(?:setup|configure)_?log\w*\.py$/

export default rule({
  id: 'logging-set-up-on-import',
  pack: 'layout',
  allows: 'allow a module to set up logging when it is imported',
  what: 'Importing a module of the program sets up logging for the whole process.',
  why: 'Only the first `basicConfig` has an effect: what the program’s own set-up says is then ignored, or everybody’s messages change because somebody imported a helper.',
  fix: 'Set logging up where the program begins; a module only takes `logging.getLogger(__name__)`.',
  bad: 'import logging\n\nlogging.basicConfig(level=logging.DEBUG)\nlogger = logging.getLogger(__name__)\n',
  good: 'import logging\n\nlogger = logging.getLogger(__name__)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 10 },
  files: path => !isBesideProgram(path) && !isCommandLineFile(path) && !meant.test(path),
  look: {
    by: 'source',
    mentions: ['basicConfig', 'dictConfig', 'fileConfig', 'disable'],
    visit: {
      module: (_, source) =>
        runsItself(source.text)
          ? []
          : callsOnImport(source)
              .filter(call => setters.has(source.nameOf(call.childForFieldName('function') ?? undefined) ?? ''))
              .map(call => at(call, 'Importing this module sets up logging for the whole process.')),
    },
  },
})
