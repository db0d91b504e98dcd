import { isInEarnest } from '../../../core/python/file-role.ts'
import { type Route, routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { argument, hidesArguments } from '../../../core/python/source/calls.ts'
import { ownNodes } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, rule } from '../../../ports/rule.ts'

const says = ['response_model', 'response_class', 'responses'] as const

/** A response that is made by hand says what it is itself, and a route that returns nothing has nothing to say. */
const answersByHand = (source: Source, { handler }: Route): boolean =>
  ownNodes(source, handler, ['return_statement', 'yield']).every(each => {
    const [value] = parts(each)
    if (value === undefined || value.type === 'none') return true
    const name = value.type === 'call' ? field(value, 'function')?.text : source.instanceOf(value)
    return name !== undefined && name.endsWith('Response')
  })

export default rule({
  id: 'route-without-response',
  pack: 'fastapi',
  allows: 'allow routes that do not say what they answer',
  what: 'A route has neither a return annotation nor a `response_model`, a response class or the status 204.',
  why: 'The documentation promises nothing to clients, and nothing filters the answer: a column that is added to a model tomorrow is sent to everybody.',
  fix: 'Annotate what the function returns with the model of the answer, or give `response_model=`.',
  bad: 'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: int):\n    return load_user(user_id)\n',
  good: 'from fastapi import FastAPI\nfrom pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n\napp = FastAPI()\n\n\n@app.get("/users/{user_id}")\ndef read_user(user_id: int) -> User:\n    return load_user(user_id)\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isInEarnest,
  look: {
    by: 'source',
    mentions: ['fastapi'],
    visit: {
      decorated_definition: (node, source) => {
        const routes = routesOf(source, node)
        const [first] = routes
        if (first === undefined || field(first.handler, 'return_type') !== undefined) return undefined
        const silent = routes.find(
          ({ decorator }) =>
            !says.some(each => argument(decorator, each) !== undefined) &&
            !hidesArguments(decorator) &&
            !/\b(?:20[45]|30\d)|NO_CONTENT|RESET_CONTENT/.test(argument(decorator, 'status_code')?.text ?? '') &&
            argument(decorator, 'include_in_schema')?.type !== 'false',
        )
        if (silent === undefined || answersByHand(source, first)) return undefined
        return at(
          field(first.handler, 'name') ?? first.handler,
          `\`${field(first.handler, 'name')?.text ?? ''}\` answers requests and does not say with what.`,
        )
      },
    },
  },
})
