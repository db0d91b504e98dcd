import { field } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { at, replaced, rule } from '../../../ports/rule.ts'

const transports: Readonly<Record<string, string>> = {
  'httpx.AsyncClient': 'ASGITransport',
  'httpx.Client': 'WSGITransport',
}

export default rule({
  id: 'client-app-argument',
  pack: 'fastapi',
  allows: 'allow `httpx` clients with `app=`',
  what: 'An `httpx` client is given an application with `app=`.',
  why: 'The argument was removed in httpx 0.28: every test that uses the client fails with a TypeError.',
  fix: 'Give the application to a transport: `AsyncClient(transport=ASGITransport(app=app))`.',
  bad: 'import httpx\n\nfrom app.main import app\n\nclient = httpx.AsyncClient(app=app, base_url="http://test")\n',
  good: 'import httpx\n\nfrom app.main import app\n\nclient = httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://test")\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['httpx'],
    visit: {
      call: (node, source) => {
        const given = field(node, 'function')?.text.endsWith('Client') === true ? keyword(node, 'app') : undefined
        const client = given === undefined ? undefined : source.nameOf(field(node, 'function'))
        const transport = client === undefined ? undefined : transports[client]
        if (given === undefined || transport === undefined) return undefined
        const prefix = field(node, 'function')?.text.replace(/\w+$/, '') ?? ''
        const isReachable = prefix !== '' || source.nameOf(field(node, 'function')) === undefined
        return at(given, `\`app=\` was removed in httpx 0.28; a \`${transport}\` takes it.`, {
          ...(isReachable && {
            fix: {
              does: `Gives the application to a \`${transport}\`.`,
              safety: 'safe',
              edits: [replaced(given, `transport=${prefix}${transport}(app=${field(given, 'value')?.text ?? ''})`)],
            },
          }),
        })
      },
    },
  },
})
