import { positional } from '../../../core/python/source/arguments.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

const fast = /^hashlib\.(?:md5|sha1|sha224|sha256|sha384|sha512|sha3_\d+|blake2[bs]|new)$/

/** Words in the argument that say: this is a password. */
const password = /\b(?:\w*_)?(?:password|passwd|passphrase|pwd)\b/i

export default rule({
  id: 'fast-password-hash',
  pack: 'security',
  allows: 'allow passwords to be kept by a fast hash',
  what: 'A password is hashed with a function that is made to be fast, such as MD5 or SHA-256.',
  why: 'Whoever gets the hashes tries billions of passwords in a second.',
  fix: 'Use `argon2-cffi`, `bcrypt` or `hashlib.scrypt`, with a salt of its own for each.',
  bad: 'import hashlib\n\n\ndef keep(password: str) -> str:\n    return hashlib.sha256(password.encode()).hexdigest()\n',
  good: 'import hashlib\nimport os\n\n\ndef keep(password: str) -> bytes:\n    return hashlib.scrypt(password.encode(), salt=os.urandom(16), n=2**14, r=8, p=1)\n',
  cwe: 'CWE-916',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['hashlib'],
    visit: {
      call: (node, source) => {
        if (!fast.test(source.callee(node) ?? '')) return undefined
        const given = positional(node).flatMap(each =>
          each.descendantsOfType('identifier').map(name => name?.text ?? ''),
        )
        return given.some(each => password.test(each))
          ? at(node, 'A fast hash does not protect a password.')
          : undefined
      },
    },
  },
})
