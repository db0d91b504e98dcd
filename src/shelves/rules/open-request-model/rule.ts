import { routesOf } from '../../../core/python/frameworks/fastapi.ts'
import { modelRoots } from '../../../core/python/frameworks/pydantic.ts'
import { field } from '../../../core/python/nodes.ts'
import { type ClassFact, classFacts, descendantsOf } from '../../../core/python/project/classes.ts'
import { projectNames } from '../../../core/python/project/names.ts'
import { bodyOf } from '../../../core/python/source/classes.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

interface Asked {
  readonly model: string
}

interface Place extends ClassFact {
  readonly forbids: boolean
  readonly hit: RuleHit
}

interface Collected {
  readonly asked: readonly Asked[]
  readonly classes: readonly Place[]
}

const bodies: ReadonlySet<string> = new Set(['post', 'put', 'patch'])

const askedIn = (source: Source): readonly Asked[] =>
  source.text.includes('fastapi')
    ? source.root.descendantsOfType('decorated_definition').flatMap(each => {
        const [route] = each === null ? [] : routesOf(source, each)
        if (route === undefined || !bodies.has(route.method)) return []
        return parametersOf(route.handler).flatMap(({ annotation, node }) => {
          const model = annotation && source.instanceOf(field(node, 'name') ?? node.namedChildren[0] ?? undefined)
          return model === undefined ? [] : [{ model }]
        })
      })
    : []

const forbids =
  /model_config\s*=[^\n]*(?:\n\s+[^\n]*)?extra["']?\s*[=:]\s*["']forbid|extra\s*=\s*(?:["']forbid|Extra\.forbid)/

const classesIn = (source: Source): readonly Place[] => {
  const nodes = new Map(
    source.root
      .descendantsOfType('class_definition')
      .flatMap(each => (each ? [[field(each, 'name')?.text ?? '', each] as const] : [])),
  )
  return classFacts(source).flatMap(fact => {
    const node = nodes.get(fact.name.slice(fact.name.lastIndexOf('.') + 1))
    const name = node && field(node, 'name')
    if (node === undefined || name === undefined) return []
    const says = bodyOf(node).some(each => /^(?:model_config|class Config)/.test(each.text) && forbids.test(each.text))
    const head = field(node, 'superclasses')?.text ?? ''
    return [
      {
        ...fact,
        forbids: says || /extra\s*=\s*["']forbid/.test(head),
        hit: at(
          name,
          `\`${name.text}\` is what a route takes, and fields that it does not know are dropped without a word.`,
          { symbol: name.text },
        ),
      },
    ]
  })
}

export default rule({
  id: 'open-request-model',
  pack: 'pydantic',
  allows: 'allow the model of a request to take fields that it does not know',
  what: 'A route takes a model that does not forbid extra fields.',
  why: 'A client that misspells an optional field is told that all is well, and its value is dropped. It also closes the door to newer clients, so the rule is only looked for by its name.',
  fix: 'Set `model_config = ConfigDict(extra="forbid")` in the base class of all requests.',
  bad: 'from fastapi import FastAPI\nfrom pydantic import BaseModel\n\napp = FastAPI()\n\n\nclass NewUser(BaseModel):\n    name: str\n\n\n@app.post("/users")\ndef add(user: NewUser) -> None:\n    save(user)\n',
  good: 'from fastapi import FastAPI\nfrom pydantic import BaseModel, ConfigDict\n\napp = FastAPI()\n\n\nclass NewUser(BaseModel):\n    model_config = ConfigDict(extra="forbid")\n\n    name: str\n\n\n@app.post("/users")\ndef add(user: NewUser) -> None:\n    save(user)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  look: {
    by: 'project',
    collect: (source): Collected | undefined => {
      const [asked, classes] = [askedIn(source), classesIn(source)]
      return asked.length + classes.length === 0 ? undefined : { asked, classes }
    },
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      const { canonical } = projectNames(files)
      const all = read.flatMap(each => each.classes.map(one => ({ ...one, path: each.path })))
      const models = descendantsOf(all, canonical, name => modelRoots.has(name))
      const closed = new Set(all.filter(each => each.forbids).map(each => canonical(each.name)))
      const closedToo = descendantsOf(all, canonical, name => closed.has(name))
      const asked = new Set(read.flatMap(each => each.asked.map(({ model }) => canonical(model))))
      return all
        .map(each => ({ ...each, full: canonical(each.name) }))
        .filter(({ full }) => asked.has(full) && models.has(full) && !closed.has(full) && !closedToo.has(full))
        .map(({ path, hit }) => ({ ...hit, path }))
    },
  },
})
