import { field, parts } from '../../../core/python/nodes.ts'
import { shownSecret } from '../../../core/python/source/shown-secret.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'secret-in-error',
  pack: 'security',
  allows: 'allow secrets in the messages of errors',
  what: 'The message of an exception holds a password, a key or a token.',
  why: 'Messages end in logs, in error trackers and on the screens of visitors.',
  fix: 'Say what is wrong with it, not what it is.',
  bad: 'def check(password: str) -> None:\n    if len(password) < 12:\n        raise ValueError(f"{password} is too short")\n',
  good: 'def check(password: str) -> None:\n    if len(password) < 12:\n        raise ValueError("the password is too short")\n',
  cwe: 'CWE-209',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['raise'],
    visit: {
      raise_statement: (node, source) => {
        const [raised] = parts(node)
        if (raised?.type !== 'call') return undefined
        const given = field(raised, 'arguments')
        for (const each of given === undefined ? [] : parts(given)) {
          // What an exception is given by itself is for who catches it; what is put into a sentence is for who reads.
          const isSentence = /^(?:string|concatenated_string|binary_operator|call)$/.test(each.type)
          const found = isSentence ? shownSecret(source, each) : undefined
          if (found !== undefined) return at(found, 'The message of this error holds a secret.')
        }
        return undefined
      },
    },
  },
})
