import type { SyntaxNode } from '../../../ports/grammar.ts'
import { parameterName } from '../bindings.ts'
import { field, parts } from '../nodes.ts'
import { argument } from '../source/arguments.ts'
import type { Source } from '../source/source.ts'

const verbs = /(?:^|\.)(?:route|get|post|put|patch|delete|head|options|api_route|websocket|endpoint)$/
const applications =
  /^(?:flask\.(?:Flask|Blueprint)|quart\.(?:Quart|Blueprint)|fastapi\.(?:applications\.|routing\.)?(?:FastAPI|APIRouter)|starlette\.applications\.Starlette|sanic\.(?:Sanic|Blueprint)|bottle\.(?:Bottle|route|get|post)|litestar\.\w+|aiohttp\.web\.RouteTableDef)\b/
const named = /\b(?:flask|quart|fastapi|starlette|sanic|bottle|litestar|aiohttp)\b/

/** The call that makes a function answer requests, and the path that it answers. */
const routeOf = (source: Source, definition: SyntaxNode): { readonly path: string } | undefined => {
  const holder = definition.parent
  if (holder?.type !== 'decorated_definition' || !named.test(source.text)) return undefined
  for (const decorator of parts(holder)) {
    const [call] = decorator.type === 'decorator' ? parts(decorator) : []
    if (call?.type !== 'call' || !verbs.test(field(call, 'function')?.text ?? '')) continue
    const path = source.constant(argument(call, 0, 'path') ?? argument(call, undefined, 'rule'))
    // An application that another module makes is known by the path alone.
    if (applications.test(source.callee(call) ?? '') || path !== undefined) return { path: path ?? '' }
  }
  return undefined
}

/** Annotations under which a framework lets any text through. */
const anyText =
  /^(?:str|bytes|Any|typing\.Any|object|dict|list)\b|^(?:Optional|Annotated|typing\.\w+|list|List)\[\s*str\b|^str\s*\||\bUploadFile\b/

const fromElsewhere = /\b(?:Depends|Security|BackgroundTasks|Session|Settings)\b/

/** Whether the framework fills a parameter with what a visitor writes, and takes any text. */
const isFree = (parameter: SyntaxNode, path: string, segments: boolean): boolean => {
  const annotation = field(parameter, 'type')?.text
  const [name = ''] = parameterName(parameter)
  if (/^(?:self|cls|request|req|_)$/.test(name) || fromElsewhere.test(parameter.text)) return false
  // Between two slashes of a path there is none; `{name:path}` and `<path:name>` take them.
  if (!segments && new RegExp(String.raw`<(?:string:)?${name}>|\{${name}(?::str)?\}`).test(path)) return false
  if (annotation !== undefined) return anyText.test(annotation)
  // `<int:page>` is a number; what neither the path nor an annotation names is filled by a decorator of the project.
  return new RegExp(
    String.raw`<(?:(?:string|path|default|any)(?:\([^)]*\))?:)?${name}>|\{${name}(?::(?:str|path))?\}`,
  ).test(path)
}

/** Classes whose methods answer the requests of the verb that they are called by. */
const views = /^(?:flask\.views\.MethodView|flask_restful\.Resource|flask_restx\.Resource|flask_restplus\.Resource)$/

const isViewMethod = (source: Source, definition: SyntaxNode): boolean => {
  if (!/^(?:get|post|put|patch|delete)$/.test(field(definition, 'name')?.text ?? '')) return false
  const around = source.classAround(definition)
  const bases = around === undefined ? undefined : field(around, 'superclasses')
  return bases !== undefined && parts(bases).some(each => views.test(source.nameOf(each) ?? ''))
}

const isHandler = (definition: SyntaxNode): boolean => {
  const given = field(definition, 'parameters')
  const [first, second, more] = given === undefined ? [] : parts(given).flatMap(parameterName)
  return first === 'event' && /^_*context$/.test(second ?? '') && more === undefined
}

/**
 * Whether a parameter is filled by a visitor: of the path or query of a route, or the event of a function in the cloud. Without
 * `segments` one that can hold no slash is not among them.
 */
export const isFilledByVisitor = (source: Source, parameter: SyntaxNode, segments: boolean): boolean => {
  const definition = parameter.parent?.parent
  if (definition?.type !== 'function_definition') return false
  const route = routeOf(source, definition)
  if (route !== undefined) return isFree(parameter, route.path, segments)
  const [name = ''] = parameterName(parameter)
  if (isViewMethod(source, definition)) {
    const annotation = field(parameter, 'type')?.text
    return name !== 'self' && (annotation === undefined || anyText.test(annotation))
  }
  return name === 'event' && isHandler(definition)
}

/** Whether the function around a node answers requests with what it returns. */
export const answers = (source: Source, node: SyntaxNode): boolean => {
  const definition = source.functionAround(node)
  return definition !== undefined && routeOf(source, definition) !== undefined
}
