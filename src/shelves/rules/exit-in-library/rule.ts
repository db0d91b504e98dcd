import { field } from '../../../core/python/nodes.ts'
import { isBesideProgram, isCommandLineFile, runsItself } from '../../../core/python/program-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const exits: ReadonlySet<string> = new Set(['sys.exit', 'builtins.exit', 'builtins.quit'])

/** Functions that end the program because that is what they are for. */
const ends =
  /(?:^|_)(?:main|cli|cmd|command|exit|die|fatal|abort|quit|usage|help|version|signal|sig\w+|handler?|shutdown|stop|child|daemon\w*|reload\w*|restart|terminate|kill)(?:_|$)/

/** A file that reads a command line is a door, wherever it lies. */
const readsCommands = /^\s*(?:from|import) (?:argparse|optparse|getopt|click|typer|docopt|fire|cyclopts|absl)\b/m

export default rule({
  id: 'exit-in-library',
  pack: 'errors',
  allows: 'allow a module of the program to end the process',
  what: 'A module that is no command ends the process with `sys.exit`.',
  why: 'Whoever imports it cannot handle the problem: a web service or a test run ends because one function gave up, and `except Exception` does not catch it.',
  fix: 'Raise an exception; let the command that was started turn it into an exit code.',
  bad: 'import sys\n\n\ndef read(path: str) -> str:\n    if not path:\n        sys.exit("no path")\n    return path\n',
  good: 'def read(path: str) -> str:\n    if not path:\n        raise ValueError("no path")\n    return path\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'namespaces', costs: 5 },
  files: path => !isBesideProgram(path) && !isCommandLineFile(path),
  look: {
    by: 'source',
    mentions: ['exit', 'quit('],
    visit: {
      call: (call, source) => {
        const called = source.nameOf(field(call, 'function'))
        if (called === undefined || !exits.has(called)) return undefined
        const around = source.functionAround(call)?.childForFieldName('name')?.text
        if (around === undefined || ends.test(around)) return undefined
        if (runsItself(source.text) || readsCommands.test(source.text)) return undefined
        return at(call, `\`${called.replace('builtins.', '')}\` ends the process of whoever called this.`)
      },
    },
  },
})
