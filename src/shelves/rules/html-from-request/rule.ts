import { isFromOutside } from '../../../core/python/outside/outside.ts'
import { beginningOf } from '../../../core/python/outside/pieces.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { answers } from '../../../core/python/outside/routes.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { keyword, positional } from '../../../core/python/source/arguments.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const pages = sinks([
  `flask.make_response flask.Response quart.make_response django.http.HttpResponse django.http.response.HttpResponse
   django.http.HttpResponseBadRequest django.http.HttpResponseNotFound django.http.HttpResponseForbidden
   django.http.HttpResponseServerError django.http.StreamingHttpResponse starlette.responses.HTMLResponse
   fastapi.responses.HTMLResponse sanic.response.html markupsafe.Markup flask.Markup django.utils.safestring.mark_safe`,
  [0, 'content', 'response', 'body'],
])

/** Whether an answer says that it is something else than a page. */
const saysOtherwise = (source: Source, call: SyntaxNode): boolean => {
  const type = ['content_type', 'mimetype', 'media_type'].flatMap(name => keyword(call, name) ?? [])[0]
  if (type === undefined) return keyword(call, 'headers') !== undefined
  return !(source.constant(type) ?? '').includes('html')
}

/** Where texts become pages: what is returned from a route of Flask, whole or with a status. */
const answer = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  const [value] = node.namedChildren.flatMap(each => each ?? [])
  if (value === undefined || !/\b(?:flask|quart|bottle)\b/.test(source.text) || !answers(source, node)) return undefined
  return value.type === 'expression_list' ? (value.namedChildren[0] ?? undefined) : value
}

/** What Flask makes JSON of is no page. */
const isText = (source: Source, node: SyntaxNode): boolean => {
  if (/^(?:string|concatenated_string|binary_operator)$/.test(node.type)) return true
  if (node.type === 'call')
    return /(?:\.format|\.join|^builtins\.str)$/.test(
      source.callee(node) ?? node.childForFieldName('function')?.text ?? '',
    )
  return node.type === 'identifier' && beginningOf(source, node).fixed !== ''
}

const found = (node: SyntaxNode) => at(node, 'What a visitor wrote becomes part of a page without being escaped.')

const tag = /^\s*<(?:!doctype|[a-z][a-z0-9]*[\s>/])/i

export default rule({
  id: 'html-from-request',
  pack: 'security',
  allows: 'allow a visitor’s text in a page as it is',
  what: 'What a visitor wrote becomes part of a page without being escaped: in the text of an answer, or in HTML that is put together.',
  why: 'A link with a script in it then runs in the browser of whoever follows it, with their rights.',
  fix: 'Render a template, which escapes by itself, or `escape(…)` the value.',
  bad: 'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/hello")\ndef hello():\n    return "<h1>Hello " + request.args["name"] + "</h1>"\n',
  good: 'from flask import Flask, render_template, request\n\napp = Flask(__name__)\n\n\n@app.get("/hello")\ndef hello():\n    return render_template("hello.html", name=request.args["name"])\n',
  cwe: 'CWE-79',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const [first] = positional(node)
        const reached = harmfulArguments(source, node, pages).some(each => isFromOutside(source, each))
        if (reached && !saysOtherwise(source, node)) return found(node)
        const called = node.childForFieldName('function')
        // `"<b>{}</b>".format(name)`, wherever it goes.
        const isHtml =
          first !== undefined &&
          called?.childForFieldName('attribute')?.text === 'format' &&
          tag.test(source.constant(called.childForFieldName('object') ?? undefined) ?? '')
        return isHtml && isFromOutside(source, node) ? found(node) : undefined
      },
      string: (node, source) =>
        tag.test(node.text.replace(/^[a-z]*["']+/i, '')) && isFromOutside(source, node) ? found(node) : undefined,
      binary_operator: (node, source) => {
        if (node.parent?.type === 'binary_operator') return undefined
        const { fixed, rest } = beginningOf(source, node)
        return rest !== undefined && tag.test(fixed) && isFromOutside(source, node) ? found(node) : undefined
      },
      return_statement: (node, source) => {
        const text = answer(source, node)
        if (text === undefined || !isText(source, text) || !isFromOutside(source, text)) return undefined
        // HTML that is put together here is told where it is.
        return text.type === 'identifier' || !tag.test(beginningOf(source, text).fixed) ? found(text) : undefined
      },
    },
  },
})
