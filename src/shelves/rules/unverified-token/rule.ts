import { field, parts } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/arguments.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const decoders = /^(?:jwt|jose\.jwt|jwt\.api_jwt|jwt\.PyJWT|authlib\.jose\.jwt)\.decode(?:_complete)?$/

/** What a name was given last before a place. */
const valueOf = (source: Source, node: SyntaxNode | undefined): SyntaxNode | undefined => {
  if (node?.type !== 'identifier') return node
  const { bindings = [] } = bindingsAt(source, node.text, node.startIndex) ?? {}
  return bindings.findLast(each => each.node.endIndex <= node.startIndex)?.value
}

const isFalse = (source: Source, node: SyntaxNode | undefined): boolean => valueOf(source, node)?.type === 'false'

const turnsOff = (source: Source, options: SyntaxNode | undefined): boolean => {
  const given = valueOf(source, options)
  if (given?.type !== 'dictionary') return false
  return parts(given).some(
    each =>
      each.type === 'pair' &&
      source.constant(field(each, 'key')) === 'verify_signature' &&
      isFalse(source, field(each, 'value')),
  )
}

const allowsNone = (source: Source, algorithms: SyntaxNode | undefined): boolean => {
  const given = valueOf(source, algorithms)
  return (
    given !== undefined &&
    given.type === 'list' &&
    parts(given).some(each => source.constant(each)?.toLowerCase() === 'none')
  )
}

export default rule({
  id: 'unverified-token',
  pack: 'security',
  allows: 'allow tokens whose signature nobody checks',
  what: 'A JWT is read with its signature left unchecked, or one without a signature is accepted.',
  why: 'Anybody can write such a token, with any name and any right in it.',
  fix: 'Verify it with the key and a fixed list of algorithms; to look at a token before that, read its header alone (`jwt.get_unverified_header`).',
  bad: 'import jwt\n\n\ndef who(token: str) -> dict[str, object]:\n    return jwt.decode(token, options={"verify_signature": False})\n',
  good: 'import jwt\n\n\ndef who(token: str, key: str) -> dict[str, object]:\n    return jwt.decode(token, key, algorithms=["HS256"])\n',
  cwe: 'CWE-347',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['jwt', 'jose'],
    visit: {
      call: (node, source) => {
        if (!decoders.test(source.callee(node) ?? '')) return undefined
        if (turnsOff(source, keyword(node, 'options')) || isFalse(source, keyword(node, 'verify')))
          return at(node, 'The signature of this token is not checked.')
        return allowsNone(source, keyword(node, 'algorithms'))
          ? at(node, 'A token without a signature is accepted.')
          : undefined
      },
    },
  },
})
