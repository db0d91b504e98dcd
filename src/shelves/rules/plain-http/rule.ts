import { beginningOf } from '../../../core/python/outside/pieces.ts'
import { lastName } from '../../../core/python/outside/sinks.ts'
import { argument } from '../../../core/python/source/arguments.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const first =
  /^(?:urllib\.request\.(?:urlopen|urlretrieve|Request)|(?:urllib\.request\.)(?:OpenerDirector|URLopener|FancyURLopener)\.(?:open|retrieve)|urllib\.request\.build_opener\.open|(?:requests|httpx|requests\.(?:Session|session|sessions\.Session)|httpx\.(?:Async)?Client|aiohttp\.ClientSession)\.(?:get|post|put|patch|delete|head|options|stream))$/
const second =
  /^(?:requests|httpx|requests\.(?:Session|session|sessions\.Session)|httpx\.(?:Async)?Client|aiohttp\.ClientSession|urllib3\.PoolManager)\.request$/

const methods = /^(?:urlopen|urlretrieve|Request|open|retrieve|get|post|put|patch|delete|head|options|stream|request)$/

const urlOf = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  if (!methods.test(lastName(node))) return undefined
  const name = source.callee(node) ?? ''
  if (first.test(name)) return argument(node, 0, 'url') ?? argument(node, undefined, 'fullurl')
  return second.test(name) ? argument(node, 1, 'url') : undefined
}

/** Hosts that no stranger is on the way to: this machine, names without a dot (of containers), and networks of one's own. */
const near =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[|[^./]*(?:[:/?]|$)|[^/:]*\.(?:local|internal|localhost|test|lan|svc|cluster)(?:[:/?]|$))/i

export default rule({
  id: 'plain-http',
  pack: 'security',
  allows: 'allow requests in clear text',
  what: 'A request goes to an address that begins with `http:` or `ftp:`, on a host that is not near.',
  why: 'Anyone on the way reads and changes what is sent and what comes back, updates and tokens among them.',
  fix: 'Write `https:`, where the host answers it.',
  bad: 'import requests\n\nanswer = requests.get("http://example.org/rates", timeout=5)\n',
  good: 'import requests\n\nanswer = requests.get("https://example.org/rates", timeout=5)\n',
  cwe: 'CWE-319',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['http:', 'ftp:', 'HTTP:', 'FTP:'],
    visit: {
      call: (node, source) => {
        const url = urlOf(source, node)
        if (url === undefined) return undefined
        const [, host] = /^(?:http|ftp):\/\/(.*)$/is.exec(beginningOf(source, url).fixed) ?? []
        return host !== undefined && host !== '' && !near.test(host)
          ? at(node, 'This goes over the network in clear text.')
          : undefined
      },
    },
  },
})
