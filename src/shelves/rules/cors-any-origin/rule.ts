import { field, parts } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/calls.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const isAny = (source: Source, given: SyntaxNode | undefined): boolean =>
  given !== undefined &&
  (/^(?:list|tuple|set)$/.test(given.type)
    ? parts(given).some(each => source.constant(each) === '*')
    : source.constant(given) === '*' || isAny(source, only(source, given)))

/** The one value of a name, so that `origins = ["*"]` above the call is seen. */
const only = (source: Source, given: SyntaxNode): SyntaxNode | undefined => {
  if (given.type !== 'identifier') return undefined
  const [binding, another] =
    source.scopeAt(given.startIndex).names.get(given.text) ?? source.scopeAt(0).names.get(given.text) ?? []
  const value = another === undefined && binding?.kind === 'assignment' ? binding.value : undefined
  return value !== undefined && /^(?:list|tuple|set)$/.test(value.type) ? value : undefined
}

export default rule({
  id: 'cors-any-origin',
  pack: 'fastapi',
  allows: 'allow every origin to send credentials',
  what: 'CORS lets every origin (`*`) make requests that carry credentials.',
  why: 'Starlette then answers with the very origin that asks: any page that a signed-in user opens can read and do everything in that user’s name.',
  fix: 'List the origins that may, in the settings; or leave out `allow_credentials`.',
  bad: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)\n',
  good: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["https://shop.example"], allow_credentials=True)\n',
  cwe: 'CWE-942',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['CORSMiddleware'],
    visit: {
      call: (node, source) => {
        const credentials = argument(node, 'allow_credentials')
        if (credentials?.type !== 'true') return undefined
        const called = field(node, 'function')?.text ?? ''
        if (!/(?:add_middleware|Middleware)$/.test(called) || !/CORSMiddleware/.test(node.text)) return undefined
        const origins = argument(node, 'allow_origins')
        const pattern = source.constant(argument(node, 'allow_origin_regex'))
        return isAny(source, origins) || (pattern !== undefined && /^\^?\(?\.[*+]\)?\$?$/.test(pattern))
          ? at(node, 'Every origin may make requests with the credentials of whoever visits it.')
          : undefined
      },
    },
  },
})
