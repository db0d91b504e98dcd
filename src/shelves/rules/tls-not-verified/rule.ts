import { field } from '../../../core/python/nodes.ts'
import { argument, keyword } from '../../../core/python/source/arguments.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** Calls that take `cert_reqs`, `verify`, `ssl`, `verify_ssl`, `check_hostname` or `sslopt` for TLS. */
const connecting =
  /^(?:urllib3|aiohttp|httpx|requests|ssl|redis|pymongo|elasticsearch|opensearchpy|websockets|boto3|botocore|ldap3|smtplib|imaplib|kubernetes|hvac|pycurl|paho|websocket|tornado|http\.client|asyncio|socket)\b/

const none = /^ssl\.(?:CERT_NONE|CERT_OPTIONAL)$/

const isNone = (source: Source, node: SyntaxNode | undefined): boolean =>
  node !== undefined &&
  (none.test(source.nameOf(node) ?? '') || /^(?:CERT_)?(?:NONE|OPTIONAL)$/.test(source.constant(node) ?? ''))

const old =
  /^(?:ssl|OpenSSL\.SSL)\.(?:PROTOCOL_)?(?:SSLv2|SSLv3|TLSv1|TLSv1_1|SSLv2_METHOD|SSLv3_METHOD|TLSv1_METHOD|TLSv1_1_METHOD)$/

const message = 'The certificate of the other side is not checked here.'

const ofCall = (node: SyntaxNode, source: Source) => {
  const required = keyword(node, 'cert_reqs') ?? keyword(node, 'ssl_cert_reqs')
  if (isNone(source, required)) return at(node, message)
  const name = source.callee(node) ?? ''
  if (
    /^(?:ssl\.SSLContext|OpenSSL\.SSL\.Context)$/.test(name) &&
    old.test(source.nameOf(argument(node, 0, 'protocol')) ?? '')
  )
    return at(node, 'This version of the protocol can be broken by anyone on the way.')
  if (!connecting.test(name)) return undefined
  const off = ['ssl', 'verify_ssl', 'check_hostname', 'verify_certs', 'ssl_verify', 'validate_cert', 'assert_hostname']
  // `requests.get(verify=False)` is Ruff's S501; of what stands on a session or a client Ruff says nothing.
  const verify = /^(?:requests\.(?:Session|session|sessions\.Session)|botocore|boto3|hvac)\b/.test(name)
    ? ['verify']
    : []
  return [...off, ...verify].some(each => keyword(node, each)?.type === 'false') ? at(node, message) : undefined
}

const ofAssignment = (node: SyntaxNode, source: Source) => {
  const [left, right] = [field(node, 'left'), field(node, 'right')]
  if (left?.type !== 'attribute' || right === undefined) return undefined
  const name = field(left, 'attribute')?.text ?? ''
  const owner = source.instanceOf(field(left, 'object')) ?? ''
  if (name === 'verify_mode' && isNone(source, right)) return at(node, message)
  if (name === 'check_hostname' && right.type === 'false')
    return at(node, 'The name in the certificate is not compared with the host.')
  if (name === 'verify' && right.type === 'false' && owner.startsWith('requests.')) return at(node, message)
  return source.nameOf(left) === 'ssl._create_default_https_context' && /_create_unverified_context/.test(right.text)
    ? at(node, 'From here on no certificate is checked in the whole program.')
    : undefined
}

export default rule({
  id: 'tls-not-verified',
  pack: 'security',
  allows: 'allow TLS that does not check whom it talks to',
  what: 'The check of a certificate is turned off in a form that Ruff does not know: `cert_reqs`, `verify_mode`, `ssl=False`, a session’s `verify`, or for the whole program.',
  why: 'Without checking the certificate anyone on the way can read and change the traffic.',
  fix: 'Leave verification on; for an authority of your own give its certificate (`cafile=`, `verify="ca.pem"`).',
  bad: 'import requests\n\nsession = requests.Session()\nsession.verify = False\n',
  good: 'import requests\n\nsession = requests.Session()\nsession.verify = "ca.pem"\n',
  cwe: 'CWE-295',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['cert_reqs', 'verify', 'ssl', 'check_hostname', 'assert_hostname', 'validate_cert', 'OpenSSL'],
    visit: { call: ofCall, assignment: ofAssignment },
  },
})
