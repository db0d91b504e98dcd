import { namesASecret } from '../../../core/python/credential.ts'
import { field } from '../../../core/python/nodes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** `secrets` and `random.SystemRandom` are not among them. */
const random =
  /^random\.(?:random|randint|randrange|choice|choices|sample|shuffle|getrandbits|randbytes|uniform|Random\.\w+)$|^numpy\.random\.\w+$|^uuid\.uuid1$/

const purposes =
  /(?:^|_)(?:otp|nonce|salt|session_?id|csrf|reset_?code|verification_?code|invite_?code|pin_?code|captcha)(?:$|_)/i

const names = (name: string): boolean => namesASecret(name) || purposes.test(name)

/** What the number is for: the name, the key, the argument or the function that gets it. */
const purposeOf = (source: Source, node: SyntaxNode): string | undefined => {
  for (let each = node.parent; each !== null; each = each.parent) {
    if (each.type === 'assignment') return field(each, 'left')?.text.replace(/^.*[.\]]/, '')
    if (each.type === 'keyword_argument') return field(each, 'name')?.text
    if (each.type === 'pair') return source.constant(field(each, 'key'))
    if (each.type === 'return_statement') {
      const around = source.functionAround(each)
      return around === undefined ? undefined : field(around, 'name')?.text
    }
    if (/_statement$|^block$|_definition$|^comparison_operator$|^if_clause$/.test(each.type)) return undefined
  }
  return undefined
}

export default rule({
  id: 'guessable-secret',
  pack: 'security',
  allows: 'allow tokens and passwords of ordinary random numbers',
  what: 'A token, password, code or salt is made with `random`, which anybody can compute further.',
  why: 'From some of its numbers the next ones follow: whoever has a few tokens has those of others.',
  fix: 'Use `secrets.token_urlsafe()`, `secrets.choice(…)` or `random.SystemRandom()`.',
  bad: 'import random\n\n\ndef make_token() -> str:\n    return "".join(random.choices("abcdef0123456789", k=32))\n',
  good: 'import secrets\n\n\ndef make_token() -> str:\n    return secrets.token_hex(16)\n',
  cwe: 'CWE-330',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['random', 'uuid1'],
    visit: {
      call: (node, source) => {
        if (!random.test(source.callee(node) ?? '')) return undefined
        const purpose = purposeOf(source, node)
        return purpose !== undefined && names(purpose.replace(/^_*(?:make|create|generate|gen|get|new|random)_/, ''))
          ? at(node, `\`${purpose}\` can be computed by whoever knows some of these numbers.`)
          : undefined
      },
    },
  },
})
