import { field } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/calls.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const fetchers =
  /^(?:requests|httpx)\.(?:get|post|put|delete|head|request)$|^urllib\.request\.(?:urlopen|urlretrieve)$|^socket\.create_connection$/
/** What answers in the network's place, or says that the test is meant to go there. */
const instead =
  /responses|respx|requests_mock|httpretty|vcr|betamax|pook|aioresponses|httpx_mock|httpserver|mock|monkeypatch|patch|mark\.(?:network|integration|e2e|online|slow|external|live|socket)|enable_socket|skipif|network/i
const elsewhere =
  /^https?:\/\/(?!(?:localhost|127\.|0\.0\.0\.0|\[|test|testserver|[\w.-]*(?:example|\.test|\.invalid|\.local))[\w.-]*)[\w-]+(?:\.[\w-]+)+/

export default rule({
  id: 'network-in-test',
  pack: 'tests',
  allows: 'allow tests to go to the network without a mark',
  what: 'A test fetches from a machine elsewhere, and no mark says so.',
  why: 'It fails whenever that machine, the line or the contents are not as they were, and nobody can run it on a train.',
  fix: 'Answer in its place (respx, responses, a server in the test), or mark it so that it can be left out.',
  bad: 'import httpx\n\n\ndef test_rates() -> None:\n    assert httpx.get("https://api.exchange.io/rates").status_code == 200\n',
  good: 'import httpx\nimport pytest\n\n\n@pytest.mark.network\ndef test_rates() -> None:\n    assert httpx.get("https://api.exchange.io/rates").status_code == 200\n',
  at: 'tests/test_rates.py',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: path => isTestFile(path) && !/(?:^|\/)(?:integration|e2e|live|online|external|network)/.test(path),
  look: {
    by: 'source',
    mentions: ['requests', 'httpx', 'urllib', 'socket'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        if (called === undefined || !fetchers.test(source.nameOf(called) ?? '') || instead.test(source.text))
          return undefined
        const address = source.constant(argument(node, 'url', 0))
        const test = source.functionAround(node)
        return address !== undefined && elsewhere.test(address) && test !== undefined
          ? at(node, 'The test goes to a machine elsewhere, and nothing says so.')
          : undefined
      },
    },
  },
})
