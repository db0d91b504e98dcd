import { field } from '../../../core/python/nodes.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { rule } from '../../../ports/rule.ts'

/** `case: CurrentCase`: a name of another module may stand for a dependency, which takes the parameter itself. */
const mayBeTakenElsewhere = (source: Source, line: number): boolean => {
  const definition = source.root
    .descendantsOfType('decorated_definition')
    .findLast(each => each !== null && each.startPosition.row < line && line <= each.endPosition.row + 1)
  const handler = definition ? field(definition, 'definition') : undefined
  return (
    handler !== undefined &&
    parametersOf(handler).some(({ annotation }) => {
      const binding = annotation === undefined ? [] : (source.scopeAt(0).names.get(annotation.text) ?? [])
      return binding.some(
        each =>
          each.kind === 'import' && !/^(?:fastapi|starlette|pydantic|typing|uuid|datetime)\b/.test(each.target ?? ''),
      )
    })
  )
}

export default rule({
  id: 'unused-path-parameter',
  pack: 'fastapi',
  allows: 'allow a path parameter that the route does not take',
  what: 'A name in the path of a route is no parameter of its function.',
  why: 'Clients must send something that nobody reads. Often the two are spelt differently, and the function then asks for the other one in the query.',
  fix: 'Take the parameter by its name in the path, or take it out of the path.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(id: int) -> str:\n    return load(id)\n',
  good: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: int) -> str:\n    return load(user_id)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: { by: 'ruff', code: 'FAST003', except: ({ line }, source) => mayBeTakenElsewhere(source, line) },
})
