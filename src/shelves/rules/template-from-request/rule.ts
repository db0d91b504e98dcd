import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const rendering = sinks(['flask.render_template_string flask.templating.render_template_string', [0, 'source']])
const compiling = sinks([
  `jinja2.Template jinja2.Environment.from_string jinja2.environment.Template jinja2.sandbox.Environment.from_string
   mako.template.Template django.template.Template tornado.template.Template`,
  [0, 'source', 'text', 'template_string'],
])

/** A text that is put together here; a name or a call may well be a template of the project's own. */
const isPutTogether = (type: string): boolean => /^(?:binary_operator|call)$/.test(type)

export default rule({
  id: 'template-from-request',
  pack: 'security',
  allows: 'allow templates that a visitor writes',
  what: 'A template is made of a text in which a visitor has a say, or given to `render_template_string` with values already put in.',
  why: 'A template is code: `{{ config }}` in it shows the settings, and more than that runs programs.',
  fix: 'Write the template down, and pass what varies as its variables.',
  bad: 'from flask import Flask, render_template_string, request\n\napp = Flask(__name__)\n\n\n@app.get("/hello")\ndef hello():\n    return render_template_string("Hello " + request.args["name"])\n',
  good: 'from flask import Flask, render_template_string, request\n\napp = Flask(__name__)\n\n\n@app.get("/hello")\ndef hello():\n    return render_template_string("Hello {{ name }}", name=request.args["name"])\n',
  cwe: 'CWE-1336',
  severity: 'critical',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const mixed = harmfulArguments(source, node, rendering).some(
          each =>
            isFromOutside(source, each) ||
            ((isPutTogether(each.type) || each.descendantsOfType('interpolation').length > 0) &&
              !isFixed(source, each)),
        )
        const reached = mixed || harmfulArguments(source, node, compiling).some(each => isFromOutside(source, each))
        return reached ? at(node, 'What varies is part of this template, and a template is code.') : undefined
      },
    },
  },
})
