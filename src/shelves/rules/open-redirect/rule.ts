import { isLedFromOutside } from '../../../core/python/outside/leads.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const redirects = sinks([
  `flask.redirect flask.helpers.redirect quart.redirect werkzeug.utils.redirect django.shortcuts.redirect
   django.http.HttpResponseRedirect django.http.HttpResponsePermanentRedirect django.http.response.HttpResponseRedirect
   starlette.responses.RedirectResponse fastapi.responses.RedirectResponse sanic.response.redirect bottle.redirect
   aiohttp.web.HTTPFound aiohttp.web.HTTPSeeOther pyramid.httpexceptions.HTTPFound`,
  [0, 'location', 'url', 'redirect_to', 'to'],
])

/** A place on the same site, or a host that is written down; `/` alone may be followed by another. */
const settled = /^\/[^/\\]|^\?|^#|^https?:\/\/[^/]+\//

export default rule({
  id: 'open-redirect',
  pack: 'security',
  allows: 'allow a visitor to say where a redirect leads',
  what: 'A redirect leads to an address that a visitor wrote, and nothing checked before that it is on the same site.',
  why: 'A link to your own site then leads to somebody else’s, who asks for the password there.',
  fix: 'Redirect to a path of your own (`url_for`), or check the host first (Django: `url_has_allowed_host_and_scheme`).',
  bad: 'from flask import Flask, redirect, request\n\napp = Flask(__name__)\n\n\n@app.get("/done")\ndef done():\n    return redirect(request.args["next"])\n',
  good: 'from flask import Flask, redirect, url_for\n\napp = Flask(__name__)\n\n\n@app.get("/done")\ndef done():\n    return redirect(url_for("start"))\n',
  cwe: 'CWE-601',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const reached = harmfulArguments(source, node, redirects).some(each => isLedFromOutside(source, each, settled))
        return reached ? at(node, 'A visitor has a say in the site that this leads to.') : undefined
      },
    },
  },
})
