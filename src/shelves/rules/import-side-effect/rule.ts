import { isBesideProgram, isCommandLineFile, runsItself } from '../../../core/python/program-file.ts'
import { callsOnImport } from '../../../core/python/source/on-import.ts'
import { at, rule } from '../../../ports/rule.ts'

/** What each does to whoever imports it; names as the libraries' own documentation has them. */
const effects: readonly (readonly [RegExp, string])[] = [
  [/^builtins\.(?:print|input)$/, 'writes to the terminal, or waits for it'],
  [
    /^subprocess\.(?:run|call|check_call|check_output|Popen|getoutput|getstatusoutput)$|^os\.(?:system|popen)$/,
    'starts a program',
  ],
  [
    /^(?:requests|httpx)\.(?:get|post|put|patch|delete|head|request)$|^urllib\.request\.(?:urlopen|urlretrieve)$|^socket\.create_connection$/,
    'asks the network',
  ],
  [/^(?:time\.sleep|asyncio\.run)$/, 'waits'],
  [
    /^os\.(?:chdir|mkdir|makedirs|remove|unlink|rename|rmdir|umask|setuid)$|^shutil\.(?:rmtree|copy\w*|move)$/,
    'changes the file system or the process',
  ],
]

/** Where the program is put together, or what a server loads as its settings. */
const meant =
  /(?:^|\/)(?:settings|config|configuration|conf|gunicorn[^/]*)(?:\.py$|\/)|(?:^|\/)(?:migrations|alembic|versions)\//

export default rule({
  id: 'import-side-effect',
  pack: 'layout',
  allows: 'allow a module to act when it is imported',
  what: 'Importing a module of the program prints, starts a program, asks the network, waits, or changes files.',
  why: 'It happens to whoever imports anything that imports it: tests, type checkers, documentation, a second process. It cannot be turned off, and where it fails nothing can be imported.',
  fix: 'Move it into a function that is called when it is needed.',
  bad: 'import requests\n\nRATES = requests.get("https://rates.example/today", timeout=5).json()\nprint("loaded")\n',
  good: 'from functools import cache\n\nimport requests\n\n\n@cache\ndef rates() -> object:\n    return requests.get("https://rates.example/today", timeout=5).json()\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 10 },
  files: path => !isBesideProgram(path) && !isCommandLineFile(path) && !meant.test(path),
  look: {
    by: 'source',
    mentions: [
      'print(',
      'input(',
      'subprocess',
      'system',
      'popen',
      'requests',
      'httpx',
      'urllib',
      'socket',
      'sleep',
      'asyncio.run',
      'os.',
      'shutil',
    ],
    visit: {
      module: (_, source) => {
        if (runsItself(source.text)) return []
        return callsOnImport(source).flatMap(call => {
          const called = source.nameOf(call.childForFieldName('function') ?? undefined)
          const effect = called === undefined ? undefined : effects.find(([names]) => names.test(called))
          return effect === undefined ? [] : [at(call, `Importing this module ${effect[1]}.`)]
        })
      },
    },
  },
})
