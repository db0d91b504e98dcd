import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { bindingsAt } from '../source/meaning.ts'
import type { Source } from '../source/source.ts'

/** The frameworks that bring requests of strangers; a file that names none of them has no visitors. */
export const frameworks = [
  'flask',
  'django',
  'rest_framework',
  'fastapi',
  'starlette',
  'aiohttp',
  'quart',
  'sanic',
  'bottle',
  'pyramid',
  'tornado',
  'litestar',
  'webob',
  'lambda_handler',
  'event, context',
] as const

/** What of a request its sender writes, in the words of all frameworks together. */
const written = new Set([
  'GET',
  'POST',
  'FILES',
  'COOKIES',
  'META',
  'args',
  'form',
  'forms',
  'values',
  'json',
  'data',
  'raw_data',
  'body',
  'headers',
  'cookies',
  'files',
  'query',
  'query_string',
  'query_params',
  'path_params',
  'match_info',
  'matchdict',
  'params',
  'rel_url',
  'stream',
  'get_json',
  'get_data',
  'post',
  'text',
  'read',
  'multipart',
  'get_full_path',
  'get_argument',
  'get_query_argument',
  'get_body_argument',
  'get_arguments',
])

/** Requests that are there for every function of a file. */
const globals = /^(?:flask|quart|bottle)\.request$/

const classes =
  /^(?:django\.http\.(?:request\.)?HttpRequest|django\.core\.handlers\.\w+\.\w*Request|rest_framework\.request\.Request|(?:starlette|fastapi)\.(?:requests\.)?(?:Request|HTTPConnection|WebSocket)|aiohttp\.web(?:_request)?\.(?:Base)?Request|sanic\.(?:request\.)?Request|quart\.(?:wrappers\.)?Request|flask\.(?:wrappers\.)?Request|pyramid\.request\.Request|webob\.Request|werkzeug\.(?:wrappers\.)?Request|litestar\.Request)$/

/** Frameworks whose views are handed the request as a parameter that is called so. */
const handing = /\b(?:django|rest_framework|aiohttp|starlette|fastapi|pyramid|sanic|tornado|webob)\b/

const isFirst = (parameter: SyntaxNode): boolean => {
  const all = parameter.parent === null ? [] : parts(parameter.parent)
  const at = all.findIndex(each => each.id === parameter.id)
  return at === 0 || (at === 1 && /^(?:self|cls|_|info|ctx|context|root)$/.test(all[0]?.text ?? ''))
}

/** Whether an expression is a request of a visitor. */
const isRequest = (source: Source, node: SyntaxNode): boolean => {
  if (node.type === 'attribute')
    return (
      (field(node, 'attribute')?.text === 'request' &&
        field(node, 'object')?.text === 'self' &&
        handing.test(source.text)) ||
      globals.test(source.nameOf(node) ?? '')
    )
  if (node.type !== 'identifier') return false
  const name = source.nameOf(node)
  if (name !== undefined) return globals.test(name)
  if (classes.test(source.instanceOf(node) ?? '')) return true
  if (!/^(?:request|req)$/.test(node.text) || !handing.test(source.text)) return false
  const bindings = bindingsAt(source, node.text, node.startIndex)?.bindings ?? []
  return bindings.some(each => each.kind === 'parameter' && each.annotation === undefined && isFirst(each.node))
}

/** Whether an expression is a part of a request that its sender writes: `request.args`, `self.request.POST`. */
export const isWrittenByVisitor = (source: Source, node: SyntaxNode): boolean => {
  if (node.type !== 'attribute' || !written.has(field(node, 'attribute')?.text ?? '')) return false
  const object = field(node, 'object')
  return object !== undefined && isRequest(source, object)
}
