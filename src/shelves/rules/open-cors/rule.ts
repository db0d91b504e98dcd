import { field, parts } from '../../../core/python/nodes.ts'
import { argument, keyword } from '../../../core/python/source/arguments.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const middleware = /^(?:starlette|fastapi)\.middleware\.cors\.CORSMiddleware$/

const isEverybody = (source: Source, node: SyntaxNode | undefined): boolean => {
  if (node?.type === 'identifier') {
    const [only, another] = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
    return another === undefined && isEverybody(source, only?.value)
  }
  if (node?.type === 'list' || node?.type === 'tuple') return parts(node).some(each => source.constant(each) === '*')
  return source.constant(node) === '*'
}

const isOn = (node: SyntaxNode | undefined): boolean => node?.type === 'true'

export default rule({
  id: 'open-cors',
  pack: 'security',
  allows: 'allow every site to use a visitor’s session',
  what: 'Requests of every site are allowed, and with the visitor’s cookies.',
  why: 'Any page that a visitor opens can then read and change what is theirs in the service.',
  fix: 'Name the sites that may, or leave credentials off.',
  bad: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)\n',
  good: 'from fastapi import FastAPI\nfrom fastapi.middleware.cors import CORSMiddleware\n\napp = FastAPI()\napp.add_middleware(CORSMiddleware, allow_origins=["https://example.org"], allow_credentials=True)\n',
  cwe: 'CWE-942',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['CORSMiddleware', 'flask_cors'],
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')?.text ?? ''
        const isMiddleware =
          middleware.test(source.callee(node) ?? '') ||
          (/\.add_middleware$|^Middleware$/.test(called) && middleware.test(source.nameOf(argument(node, 0)) ?? ''))
        const origins = keyword(node, 'allow_origins') ?? keyword(node, 'origins')
        if (isMiddleware && isEverybody(source, origins) && isOn(keyword(node, 'allow_credentials')))
          return at(origins ?? node, 'Every site may use a visitor’s session.')
        const isFlask = source.callee(node) === 'flask_cors.CORS' && isOn(keyword(node, 'supports_credentials'))
        return isFlask &&
          (origins === undefined ? keyword(node, 'resources') === undefined : isEverybody(source, origins))
          ? at(node, 'Every site may use a visitor’s session.')
          : undefined
      },
    },
  },
})
