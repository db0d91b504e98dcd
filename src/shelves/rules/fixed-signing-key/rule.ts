import { field } from '../../../core/python/nodes.ts'
import { argument, keyword } from '../../../core/python/source/arguments.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const signers: ReadonlyMap<string, readonly [place: number | undefined, name: string]> = new Map([
  ['jwt.encode', [1, 'key']],
  ['jwt.decode', [1, 'key']],
  ['jose.jwt.encode', [1, 'key']],
  ['jose.jwt.decode', [1, 'key']],
  ['itsdangerous.URLSafeTimedSerializer', [0, 'secret_key']],
  ['itsdangerous.URLSafeSerializer', [0, 'secret_key']],
  ['itsdangerous.TimestampSigner', [0, 'secret_key']],
  ['itsdangerous.Signer', [0, 'secret_key']],
  ['hmac.new', [0, 'key']],
  ['hmac.digest', [0, 'key']],
  ['cryptography.fernet.Fernet', [0, 'key']],
  ['starlette.middleware.sessions.SessionMiddleware', [undefined, 'secret_key']],
])

/** `app.config.update(SECRET_KEY="…")`, `app.add_middleware(SessionMiddleware, secret_key="…")`. */
const ofCall = (source: Source, node: SyntaxNode): SyntaxNode | undefined => {
  const found = signers.get(source.callee(node) ?? '')
  if (found !== undefined) return argument(node, ...found)
  const called = field(node, 'function')?.text ?? ''
  if (/\.config\.(?:update|from_mapping)$/.test(called))
    return keyword(node, 'SECRET_KEY') ?? keyword(node, 'JWT_SECRET_KEY')
  const isSession = source.nameOf(argument(node, 0)) === 'starlette.middleware.sessions.SessionMiddleware'
  return called.endsWith('.add_middleware') && isSession ? keyword(node, 'secret_key') : undefined
}

const config = /\.config$/
const keys = /^(?:SECRET_KEY|JWT_SECRET_KEY|SECURITY_PASSWORD_SALT)$/

/** `app.config["SECRET_KEY"] = "…"`, `app.secret_key = "…"`. */
const isKey = (source: Source, target: SyntaxNode | undefined): boolean => {
  if (target?.type === 'subscript')
    return (
      config.test(field(target, 'value')?.text ?? '') && keys.test(source.constant(field(target, 'subscript')) ?? '')
    )
  if (target?.type !== 'attribute' || field(target, 'attribute')?.text !== 'secret_key') return false
  return /^(?:flask|quart)\./.test(source.instanceOf(field(target, 'object')) ?? '')
}

const isWritten = (source: Source, node: SyntaxNode | undefined): boolean => {
  const value =
    node?.type === 'string' || node?.type === 'identifier' || node?.type === 'concatenated_string'
      ? source.constant(node)
      : undefined
  return value !== undefined && value !== ''
}

const message = 'The key is written down here, so that whoever has the source can sign as the service does.'

export default rule({
  id: 'fixed-signing-key',
  pack: 'security',
  allows: 'allow the key that signs sessions and tokens in the source',
  what: 'The key with which sessions, cookies, tokens or messages are signed is a literal.',
  why: 'Whoever can read the source, or guesses “dev”, signs sessions and tokens of any user.',
  fix: 'Read the key from the environment, make a long random one for each deployment, and change this one.',
  bad: 'from flask import Flask\n\napp = Flask(__name__)\napp.config["SECRET_KEY"] = "dev"\n',
  good: 'import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\napp.config["SECRET_KEY"] = os.environ["SECRET_KEY"]\n',
  cwe: 'CWE-321',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: path => isOutsideTests(path) && !/(?:^|\/)(?:examples?|docs?|samples?|demos?|tutorials?)\//.test(path),
  look: {
    by: 'source',
    mentions: ['jwt', 'jose', 'itsdangerous', 'hmac', 'fernet', 'SECRET_KEY', 'secret_key'],
    visit: {
      call: (node, source) => {
        const key = ofCall(source, node)
        return isWritten(source, key) ? at(node, message) : undefined
      },
      assignment: (node, source) =>
        isKey(source, field(node, 'left')) && isWritten(source, field(node, 'right')) ? at(node, message) : undefined,
    },
  },
})
