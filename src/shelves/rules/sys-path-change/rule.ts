import { isBesideProgram, isCommandLineFile, runsItself } from '../../../core/python/program-file.ts'
import { callsOnImport } from '../../../core/python/source/on-import.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'sys-path-change',
  pack: 'layout',
  allows: 'allow a module to change where Python looks for modules',
  what: 'Importing a module of the program changes `sys.path`.',
  why: 'From there on the same `import` finds other modules, depending on what was imported before; installed from a wheel the folder is not there at all, and type checkers do not follow it.',
  fix: 'Make it a package that is installed (`pip install -e .`, `uv sync`), and import it by its name.',
  bad: 'import sys\n\nsys.path.insert(0, "../lib")\n\nimport prices\n',
  good: 'from lib import prices\n\nprint_price = prices.show\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 10 },
  files: path => !isBesideProgram(path) && !isCommandLineFile(path) && !/(?:^|\/)(?:alembic|migrations)\//.test(path),
  look: {
    by: 'source',
    mentions: ['sys.path', 'addsitedir', 'import path'],
    visit: {
      module: (_, source) =>
        runsItself(source.text)
          ? []
          : callsOnImport(source).flatMap(call => {
              const called = source.nameOf(call.childForFieldName('function') ?? undefined)
              return called !== undefined && /^sys\.path\.(?:insert|append|extend)$|^site\.addsitedir$/.test(called)
                ? [at(call, 'Importing this module changes where Python looks for modules.')]
                : []
            }),
    },
  },
})
