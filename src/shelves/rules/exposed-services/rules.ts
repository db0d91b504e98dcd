import { nodeAt } from '../../../core/python/source/place.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

export default ofRuff(
  {
    pack: 'security',
    severity: 'medium',
    confidence: 'medium',
    why: 'The service answers on every network that the machine is in.',
    fix: 'Bind to 127.0.0.1 by default, and let the deployment choose otherwise.',
    since: '0.2.0',
  },
  [
    {
      code: 'S104',
      id: 'hardcoded-bind-all-interfaces',
      allows: 'allow a service to bind to every interface',
      what: 'The address 0.0.0.0, or its like in IPv6, is written down.',
      cwe: 'CWE-605',
      bad: 'import socket\n\nserver = socket.create_server(("0.0.0.0", 8080))\n',
      good: 'import socket\n\nserver = socket.create_server(("127.0.0.1", 8080))\n',
      // In a container a service binds so on purpose.
      optIn: true,
      // Whether an address is that one is asked in order to warn of it.
      except: (hit, source) => source.isTest || nodeAt(source, hit)?.parent?.type === 'comparison_operator',
    },
    {
      code: 'S113',
      id: 'request-without-timeout',
      allows: 'allow a request without a time limit',
      what: 'A request is sent with `requests` or `httpx` and may wait without end.',
      cwe: 'CWE-400',
      confidence: 'high',
      why: 'A server that never answers stops this program for ever.',
      fix: 'Pass `timeout=`.',
      bad: 'import requests\n\nanswer = requests.get("https://example.org")\n',
      good: 'import requests\n\nanswer = requests.get("https://example.org", timeout=10)\n',
      except: (_, source) => source.isTest,
    },
  ],
)
