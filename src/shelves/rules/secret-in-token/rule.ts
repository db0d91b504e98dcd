import { namesASecret } from '../../../core/python/credential.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/arguments.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'secret-in-token',
  pack: 'security',
  allows: 'allow secrets inside of signed tokens',
  what: 'What a JWT carries has a key such as `password` or `api_key`.',
  why: 'A JWT is signed, not encrypted: whoever sees it reads what it carries.',
  fix: 'Put a name into it by which the service finds the rest.',
  bad: 'import jwt\n\n\ndef make(name: str, password: str, key: str) -> str:\n    return jwt.encode({"sub": name, "password": password}, key, algorithm="HS256")\n',
  good: 'import jwt\n\n\ndef make(name: str, key: str) -> str:\n    return jwt.encode({"sub": name}, key, algorithm="HS256")\n',
  cwe: 'CWE-522',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['jwt', 'jose'],
    visit: {
      call: (node, source) => {
        if (!/^(?:jose\.)?jwt\.encode$/.test(source.callee(node) ?? '')) return undefined
        const given = argument(node, 0, 'payload') ?? argument(node, undefined, 'claims')
        const named =
          given?.type === 'identifier' ? bindingsAt(source, given.text, given.startIndex)?.bindings : undefined
        const payload =
          named === undefined ? given : named.findLast(each => each.node.endIndex <= node.startIndex)?.value
        if (payload?.type !== 'dictionary') return undefined
        const secret = parts(payload).find(each => {
          const key = source.constant(field(each, 'key'))
          // What a token is for is a token: of a session, against forgery.
          return key !== undefined && namesASecret(key) && !/token|auth|credential|bearer/i.test(key)
        })
        return secret === undefined ? undefined : at(secret, 'Whoever sees the token can read this.')
      },
    },
  },
})
