import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

/** Ciphers and modes that Ruff's S304 and S305 do not know under these names; each library's own page warns of them. */
const weak =
  /^(?:Crypto|Cryptodome)\.Cipher\.(?:ARC4|ARC2|DES|DES3|Blowfish|CAST)\.new$|^(?:Crypto|Cryptodome)\.Cipher\.\w+\.MODE_ECB$|^cryptography\.hazmat\.(?:primitives\.ciphers\.algorithms|decrepit\.ciphers\.algorithms)\.(?:ARC4|RC2|TripleDES|IDEA|CAST5|SEED|Blowfish)$/

/** Those of them that Ruff finds: told once. */
const ofRuff =
  /^Crypto(?:dome)?\.Cipher\.(?:ARC2|DES|Blowfish)\.new$|primitives\.ciphers\.algorithms\.(?:ARC4|IDEA|Blowfish)$/

export default rule({
  id: 'weak-cipher',
  pack: 'security',
  allows: 'allow ciphers that can be broken, under any name',
  what: 'RC4, triple DES, CAST, or the mode ECB of PyCryptodome or `cryptography` is used, which Ruff does not know.',
  why: 'This cipher or mode can be broken; in ECB equal blocks stay equal, so that what was encrypted shows through.',
  fix: 'Use AES-GCM or ChaCha20-Poly1305.',
  bad: 'from Crypto.Cipher import AES\n\ncipher = AES.new(key, AES.MODE_ECB)\n',
  good: 'from Crypto.Cipher import AES\n\ncipher = AES.new(key, AES.MODE_GCM)\n',
  cwe: 'CWE-327',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['Crypto', 'Cryptodome', 'hazmat'],
    visit: {
      call: (node, source) => {
        const name = source.callee(node) ?? ''
        return weak.test(name) && !ofRuff.test(name) ? at(node, `\`${name}\` can be broken.`) : undefined
      },
      attribute: (node, source) =>
        node.text.endsWith('MODE_ECB') && weak.test(source.nameOf(node) ?? '')
          ? at(node, 'In the mode ECB equal blocks stay equal.')
          : undefined,
    },
  },
})
