import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const consoles = ['InteractiveInterpreter', 'InteractiveConsole']

const runners = sinks(
  [consoles.flatMap(each => ['runcode', 'runsource', 'push'].map(method => `code.${each}.${method}`)).join(' '), [0]],
  ['_xxsubinterpreters.run_string _interpreters.run_string _interpreters.exec', [1]],
  ['_testcapi.run_in_subinterp test.support.run_in_subinterp', [0]],
  [
    'timeit.timeit timeit.repeat timeit.Timer cProfile.run profile.run trace.Trace.run pdb.run pdb.runeval',
    [0, 'stmt'],
  ],
)

export default rule({
  id: 'code-text',
  pack: 'security',
  allows: 'allow texts to be run as code by other means than `exec`',
  what: 'A text that is not fixed is run as code by a console, an interpreter inside this one, or a tool that measures.',
  why: 'Whoever has a say in the text has the rights of the program, as with `exec`.',
  fix: 'Write the code down, or choose from a table of functions.',
  bad: 'import code\n\n\ndef run(line: str) -> None:\n    code.InteractiveConsole().push(line)\n',
  good: 'import code\n\n\ndef run() -> None:\n    code.InteractiveConsole().push("import app")\n',
  cwe: 'CWE-95',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['Interactive', 'subinterp', '_interpreters', 'timeit', 'rofile', 'pdb'],
    visit: {
      call: (node, source) =>
        harmfulArguments(source, node, runners).some(
          each =>
            /^(?:identifier|string|binary_operator|call|attribute|subscript)$/.test(each.type) &&
            source.nameOf(each) === undefined &&
            !isFixed(source, each),
        )
          ? at(node, 'This text is run as code, and it is not fixed.')
          : undefined,
    },
  },
})
