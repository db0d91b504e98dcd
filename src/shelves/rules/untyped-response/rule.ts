import { routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { field, oneLine } from '../../../core/python/nodes.ts'
import { argument } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

const loose =
  /^(?:typing\.)?(?:[Dd]ict|[Ll]ist|Any|object|Mapping)$|^(?:typing\.)?(?:[Dd]ict|Mapping)\[str, ?(?:typing\.)?(?:Any|object)\]$|^(?:typing\.)?[Ll]ist\[(?:typing\.)?(?:Any|[Dd]ict(?:\[str, ?(?:typing\.)?Any\])?)\]$/

export default rule({
  id: 'untyped-response',
  pack: 'fastapi',
  allows: 'allow routes whose answer is any dictionary',
  what: 'A route says that it answers with a bare `dict`, `list` or `Any`.',
  why: 'The documentation shows an object without fields, no client can be generated from it, and nothing keeps a field from leaving by mistake.',
  fix: 'Write a model with the fields of the answer and return that.',
  bad: 'from typing import Any\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/stock")\ndef stock() -> dict[str, Any]:\n    return count()\n',
  good: 'from fastapi import FastAPI\nfrom pydantic import BaseModel\n\n\nclass Stock(BaseModel):\n    pieces: int\n\n\napp = FastAPI()\n\n\n@app.get("/stock")\ndef stock() -> Stock:\n    return count()\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  look: {
    by: 'source',
    mentions: ['fastapi'],
    visit: {
      decorated_definition: (node, source) => {
        const [route] = routesOf(source, node)
        if (route === undefined) return undefined
        const given = argument(route.decorator, 'response_model') ?? field(route.handler, 'return_type')
        const text = given === undefined ? '' : oneLine(given.text)
        return given !== undefined && loose.test(text)
          ? at(given, `\`${text}\` tells clients nothing of the answer's fields.`)
          : undefined
      },
    },
  },
})
