import { isLedFromOutside } from '../../../core/python/outside/leads.ts'
import { frameworks } from '../../../core/python/outside/requests.ts'
import { harmfulArguments, sinks } from '../../../core/python/outside/sinks.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request', 'stream']
const clients = [
  'requests',
  'requests.Session',
  'requests.session',
  'requests.sessions.Session',
  'httpx',
  'httpx.Client',
  'httpx.AsyncClient',
  'aiohttp.ClientSession',
  'urllib3.PoolManager',
]

const calls = clients.flatMap(client => verbs.map(verb => `${client}.${verb}`))

const senders = sinks(
  [calls.filter(each => !/\.(?:request|stream)$/.test(each)).join(' '), [0, 'url']],
  [calls.filter(each => /\.(?:request|stream)$/.test(each)).join(' '), [1, 'url']],
  [
    `urllib.request.urlopen urllib.request.Request urllib.request.urlretrieve urllib.urlopen urllib2.urlopen
     http.client.HTTPConnection http.client.HTTPSConnection websockets.connect`,
    [0, 'url', 'fullurl', 'host', 'uri'],
  ],
)

/** The host is written down: then a visitor only says what is asked of it. */
const settled = /^[a-z+]+:\/\/[^/?#]+[/?#]/i

export default rule({
  id: 'request-forgery',
  pack: 'security',
  allows: 'allow a visitor to say which server the service asks',
  what: 'The service sends a request to an address whose host a visitor wrote, and nothing checked it before.',
  why: 'From inside your network it reaches what strangers must not: other services, and the cloud’s own address that hands out keys.',
  fix: 'Choose the host from a fixed list; a visitor may give what stands behind it.',
  bad: 'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/preview")\ndef preview():\n    return requests.get(request.args["url"], timeout=5).text\n',
  good: 'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.get("/preview")\ndef preview():\n    return requests.get(f"https://example.org/{request.args[\'page\']}", timeout=5).text\n',
  cwe: 'CWE-918',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: frameworks,
    visit: {
      call: (node, source) => {
        const reached = harmfulArguments(source, node, senders).some(each => isLedFromOutside(source, each, settled))
        return reached ? at(node, 'A visitor has a say in the server that this asks.') : undefined
      },
    },
  },
})
