import { isFedByConstants } from '../../../core/python/source/fed.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

/** Code that the file itself holds is no more dangerous for being a text. */
const isOwnText = (hit: RuleHit, source: Source): boolean => isFedByConstants(source, hit)

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-95',
    severity: 'high',
    confidence: 'medium',
    why: 'Whoever has a say in the text has the rights of the program.',
    fix: 'Write the code down, or choose from a table of functions.',
    since: '0.2.0',
  },
  [
    {
      code: 'S102',
      id: 'exec-builtin',
      allows: 'allow `exec`',
      what: 'A text is run with `exec`.',
      severity: 'critical',
      confidence: 'high',
      why: '`exec` runs whatever text it is given.',
      bad: 'def run(macro: str) -> None:\n    exec(macro)\n',
      good: 'MACROS = {"sum": sum, "max": max}\n\n\ndef run(macro: str, values: list[int]) -> int:\n    return MACROS[macro](values)\n',
      except: isOwnText,
    },
    {
      code: 'S307',
      id: 'suspicious-eval-usage',
      allows: 'allow `eval`',
      what: 'A text is evaluated with `eval`.',
      why: '`eval` runs whatever text it is given.',
      fix: 'Use `ast.literal_eval` for literals, or a parser for what you expect.',
      bad: 'def read(text: str) -> object:\n    return eval(text)\n',
      good: 'import ast\n\n\ndef read(text: str) -> object:\n    return ast.literal_eval(text)\n',
      except: isOwnText,
    },
    {
      code: 'S201',
      id: 'flask-debug-true',
      allows: 'allow Flask to run with its debugger',
      what: 'A Flask application is run with `debug=True`.',
      cwe: 'CWE-94',
      confidence: 'high',
      why: 'The debugger of a running service lets visitors run code.',
      fix: 'Leave `debug` off outside development.',
      bad: 'from flask import Flask\n\napp = Flask(__name__)\napp.run(debug=True)\n',
      good: 'from flask import Flask\n\napp = Flask(__name__)\napp.run()\n',
    },
    {
      code: 'S612',
      id: 'logging-config-insecure-listen',
      allows: 'allow anyone to send the logging configuration',
      what: 'Logging configuration is taken from a socket without being verified.',
      cwe: 'CWE-94',
      confidence: 'high',
      why: 'Whoever can send to the port can have code run.',
      fix: 'Read the logging configuration from a file.',
      bad: 'import logging.config\n\nlogging.config.listen(9999)\n',
      good: 'import logging.config\nfrom pathlib import Path\n\nlogging.config.fileConfig(Path("logging.ini"))\n',
    },
  ],
)
