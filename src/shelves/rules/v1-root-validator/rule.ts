import { field, parts } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const old: ReadonlySet<string> = new Set(['pydantic.root_validator', 'pydantic.class_validators.root_validator'])

export default rule({
  id: 'v1-root-validator',
  pack: 'pydantic',
  allows: 'allow `@root_validator`',
  what: 'A model is checked as a whole by a function under `@root_validator`.',
  why: 'The decorator belongs to Pydantic 1; version 2 warns at every import, and raises where `skip_on_failure` is left out.',
  fix: 'Write `@model_validator(mode="after")` with `self`, or `mode="before"` above `@classmethod`.',
  bad: 'from pydantic import BaseModel, root_validator\n\n\nclass Span(BaseModel):\n    low: int\n    high: int\n\n    @root_validator(skip_on_failure=True)\n    def ordered(cls, values):\n        return values\n',
  good: 'from pydantic import BaseModel, model_validator\n\n\nclass Span(BaseModel):\n    low: int\n    high: int\n\n    @model_validator(mode="after")\n    def ordered(self) -> "Span":\n        return self\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['root_validator'],
    visit: {
      decorator: (node, source) => {
        const [inside] = parts(node)
        const name = inside?.type === 'call' ? field(inside, 'function') : inside
        return inside !== undefined && old.has(source.nameOf(name) ?? '')
          ? at(inside, '`@root_validator` belongs to Pydantic 1; version 2 has `@model_validator`.')
          : undefined
      },
    },
  },
})
