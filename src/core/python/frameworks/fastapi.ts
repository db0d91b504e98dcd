import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field, parts } from '../nodes.ts'
import { argument } from '../source/calls.ts'
import type { Source } from '../source/source.ts'

/** A function that answers requests, as one of its decorators says. */
export interface Route {
  /** The call behind the `@`. */
  readonly decorator: SyntaxNode
  /** `get`, `post` …; `api_route` names its methods itself. */
  readonly method: string
  /** The variable that the route is added to, as it is written. */
  readonly router: string
  readonly path: string | undefined
  readonly handler: SyntaxNode
}

const methods: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'api_route'])

/** The words without which a file has nothing to do with FastAPI. */
export const mentionsOfFastapi = ['fastapi'] as const

const isRouterClass = (name: string): boolean => /(?:^|\.)(?:FastAPI|\w*Router)$/.test(name)

/** A router that another module of the project makes is known by its name alone; a file that imports FastAPI means one. */
const isRouter = (source: Source, node: SyntaxNode): boolean => {
  const kind = source.instanceOf(node)
  if (kind !== undefined) return isRouterClass(kind) && (kind.startsWith('fastapi.') || source.text.includes('fastapi'))
  const name = source.nameOf(node)
  return (
    name !== undefined &&
    /(?:^|[._])(?:router|app|api)$/.test(name) &&
    /^[ \t]*(?:from|import) fastapi\b/m.test(source.text)
  )
}

/** The routes that a decorated function is; most are one or none. */
export const routesOf = (source: Source, decorated: SyntaxNode): readonly Route[] => {
  const handler = field(decorated, 'definition')
  if (handler?.type !== 'function_definition') return []
  return parts(decorated).flatMap(each => {
    const [call] = each.type === 'decorator' ? parts(each) : []
    const called = call?.type === 'call' ? field(call, 'function') : undefined
    if (call === undefined || called?.type !== 'attribute') return []
    const [object, method] = [field(called, 'object'), field(called, 'attribute')?.text ?? '']
    if (object === undefined || !methods.has(method) || !isRouter(source, object)) return []
    const path = source.constant(argument(call, 'path', 0))
    return [{ decorator: call, method, router: object.text, path, handler }]
  })
}
