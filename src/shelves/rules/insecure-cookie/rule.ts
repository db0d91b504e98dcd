import { field } from '../../../core/python/nodes.ts'
import { lastName } from '../../../core/python/outside/sinks.ts'
import { argument, isSplatted, keyword } from '../../../core/python/source/arguments.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const frameworks = [
  'flask',
  'django',
  'rest_framework',
  'fastapi',
  'starlette',
  'aiohttp',
  'quart',
  'sanic',
  'pyramid',
  'bottle',
]

/** Names of cookies by which a visitor is known again. */
const identifying = /sess|sid\b|token|auth|jwt|login|remember|credential|secret|user_?id/i

const isLeftOpen = (source: Source, node: SyntaxNode | undefined): boolean => {
  const name = source.constant(node)
  // The token against forged requests is there to be read by the page's own script.
  if (/csrf|xsrf/i.test(name ?? node?.text ?? '')) return false
  return name === undefined ? identifying.test(node?.text ?? '') : identifying.test(name)
}

export default rule({
  id: 'insecure-cookie',
  pack: 'security',
  allows: 'allow cookies that scripts and plain HTTP can read',
  what: 'A cookie by which a visitor is known again is set without `secure` or `httponly`.',
  why: 'Without `secure` it crosses the network in clear text once; without `httponly` any script on the page can take it.',
  fix: 'Pass `secure=True, httponly=True, samesite="Lax"`.',
  bad: 'from flask import make_response\n\n\ndef enter(token: str):\n    response = make_response("welcome")\n    response.set_cookie("session", token)\n    return response\n',
  good: 'from flask import make_response\n\n\ndef enter(token: str):\n    response = make_response("welcome")\n    response.set_cookie("session", token, secure=True, httponly=True, samesite="Lax")\n    return response\n',
  cwe: 'CWE-614',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['set_cookie', 'set_signed_cookie'],
    visit: {
      call: (node, source) => {
        if (!/^set_(?:signed_)?cookie$/.test(lastName(node)) || isSplatted(node)) return undefined
        if (!frameworks.some(each => source.text.includes(each)) || field(node, 'function')?.type !== 'attribute')
          return undefined
        const [secure, httponly] = [keyword(node, 'secure'), keyword(node, 'httponly')]
        const isMissing = (given: SyntaxNode | undefined): boolean => given === undefined || given.type === 'false'
        const missing = [isMissing(secure) ? '`secure`' : '', isMissing(httponly) ? '`httponly`' : ''].filter(
          each => each !== '',
        )
        return missing.length > 0 && isLeftOpen(source, argument(node, 0, 'key'))
          ? at(node, `This cookie tells who a visitor is, and is set without ${missing.join(' and ')}.`)
          : undefined
      },
    },
  },
})
