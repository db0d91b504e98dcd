import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const choosing = sinks(
  ['importlib.import_module builtins.__import__ importlib.util.find_spec runpy.run_module runpy.run_path', [0, 'name']],
  ['code.InteractiveInterpreter.runcode code.InteractiveInterpreter.runsource code.InteractiveConsole.push', [0]],
  ['code.InteractiveConsole.runcode code.InteractiveConsole.runsource', [0]],
)

const message = 'A visitor has a say in the code that this runs.'

/** `globals()[name]`, `locals().get(name)`. */
const isNamespace = (text: string): boolean => /^(?:globals|locals)\(\)$/.test(text)

export default rule({
  id: 'code-from-request',
  pack: 'security',
  allows: 'allow a visitor to choose the code that runs',
  what: 'A module is imported, or a name of the program looked up, by what a visitor wrote.',
  why: 'Every module that is installed, and every function of the file, can then be reached from outside.',
  fix: 'Choose from a table: `ACTIONS = {"add": add}`.',
  bad: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/do")\ndef do():\n    return globals()[request.args["action"]]()\n',
  good: 'from flask import Flask, request\n\napp = Flask(__name__)\nACTIONS = {"list": list}\n\n\n@app.get("/do")\ndef do():\n    return ACTIONS[request.args["action"]]()\n',
  cwe: 'CWE-470',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const called = node.childForFieldName('function')
        const looksUp =
          called?.type === 'attribute' &&
          called.childForFieldName('attribute')?.text === 'get' &&
          isNamespace(called.childForFieldName('object')?.text ?? '')
        const given = looksUp
          ? (node.childForFieldName('arguments')?.namedChildren ?? []).flatMap(each => each ?? [])
          : harmfulArguments(source, node, choosing)
        return given.some(each => isFromOutside(source, each)) ? at(node, message) : undefined
      },
      subscript: (node, source) =>
        isNamespace(node.childForFieldName('value')?.text ?? '') &&
        isFromOutside(source, node.childForFieldName('subscript') ?? undefined)
          ? at(node, message)
          : undefined,
    },
  },
})
