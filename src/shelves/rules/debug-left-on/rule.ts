import { field } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/arguments.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const message = 'The debugger shows the program’s insides to visitors, and Flask’s runs what they type.'

export default rule({
  id: 'debug-left-on',
  pack: 'security',
  allows: 'allow a service to be made with its debugger on',
  what: 'A Flask application gets `debug` or its configuration `DEBUG` as a literal `True`.',
  why: 'The debugger of a running service lets visitors run code, and a page of an error shows settings.',
  fix: 'Leave it off; turn it on for yourself with `flask run --debug`.',
  bad: 'from flask import Flask\n\napp = Flask(__name__)\napp.config["DEBUG"] = True\n',
  good: 'import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\napp.config["DEBUG"] = os.environ.get("APP_DEBUG") == "1"\n',
  cwe: 'CWE-489',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: path => isOutsideTests(path) && !/(?:^|\/)(?:examples?|docs?|samples?|demos?|tutorials?)\//.test(path),
  look: {
    by: 'source',
    mentions: ['flask', 'quart'],
    visit: {
      assignment: (node, source) => {
        const left = field(node, 'left')
        if (left === undefined || field(node, 'right')?.type !== 'true') return undefined
        const isConfig =
          left.type === 'subscript' &&
          field(left, 'value')?.text.endsWith('.config') === true &&
          source.constant(field(left, 'subscript')) === 'DEBUG'
        const isApplication =
          left.type === 'attribute' &&
          field(left, 'attribute')?.text === 'debug' &&
          /^(?:flask\.Flask|quart\.Quart)$/.test(source.instanceOf(field(left, 'object')) ?? '')
        return isConfig || isApplication ? at(node, message) : undefined
      },
      call: node =>
        /\.config\.(?:update|from_mapping)$/.test(field(node, 'function')?.text ?? '') &&
        keyword(node, 'DEBUG')?.type === 'true'
          ? at(node, message)
          : undefined,
    },
  },
})
