import { isInEarnest } from '../../../core/python/file-role.ts'
import { type Route, routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { field, lineOf } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const parameter = /^\{[^{}:]*\}$/

/** Whether every request for one path is answered by another one that was added before. */
const takes = (earlier: string, later: string): boolean => {
  const [a, b] = [earlier.split('/'), later.split('/')]
  // A part of a converter (`{name:int}`) takes only what converts, so what it takes is not known.
  return (
    a.length === b.length &&
    a.every((part, index) => part === b[index] || (parameter.test(part) && b[index] !== '' && !b[index]?.includes(':')))
  )
}

const name = ({ handler }: Route): string => field(handler, 'name')?.text ?? ''

export default rule({
  id: 'shadowed-route',
  pack: 'fastapi',
  allows: 'allow routes that an earlier one answers for',
  what: 'Every request for a route is answered by a route that was added before it, whose path has a parameter there.',
  why: 'FastAPI takes the first path that fits. The later function never runs, however long one looks at it.',
  fix: 'Put the more exact path first.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: str) -> str:\n    return user_id\n\n\n@app.get("/users/me")\ndef read_me() -> str:\n    return "me"\n',
  good: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/me")\ndef read_me() -> str:\n    return "me"\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: str) -> str:\n    return user_id\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['fastapi'],
    visit: {
      module: (node, source) => {
        if (!source.text.includes('@')) return undefined
        const all = node.descendantsOfType('decorated_definition').flatMap(each => (each ? routesOf(source, each) : []))
        const where = (route: Route) =>
          [route.router, source.symbolAt(route.decorator.parent?.parent ?? node) ?? ''].join()
        return all.flatMap((route, index) => {
          const { path, method, decorator } = route
          if (path === undefined || method === 'api_route') return []
          const earlier = all
            .slice(0, index)
            .find(
              each =>
                each.path !== undefined &&
                each.method === method &&
                where(each) === where(route) &&
                takes(each.path, path),
            )
          if (earlier === undefined || earlier.handler.id === route.handler.id) return []
          return [
            at(
              decorator,
              `\`${earlier.path}\` of \`${name(earlier)}\` in line ${lineOf(earlier.decorator)} takes every request for \`${path}\`.`,
            ),
          ]
        })
      },
    },
  },
})
