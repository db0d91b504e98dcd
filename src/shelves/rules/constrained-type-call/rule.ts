import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const calls = /^pydantic\.(?:types\.)?con(?:str|int|float|decimal|bytes|list|set|frozenset|date)$/

export default rule({
  id: 'constrained-type-call',
  pack: 'pydantic',
  allows: 'allow `constr(…)`, `conint(…)` and the like',
  what: 'A type is made by calling `constr`, `conint` or one of their kind.',
  why: 'A call is no type to a type checker, and Pydantic discourages the functions. They work, so they are only looked for by the rule’s name.',
  fix: 'Write `Annotated[str, Field(max_length=9)]`, or `StringConstraints(…)` in its place.',
  bad: 'from pydantic import BaseModel, constr\n\n\nclass User(BaseModel):\n    name: constr(max_length=9)\n',
  good: 'from typing import Annotated\n\nfrom pydantic import BaseModel, Field\n\n\nclass User(BaseModel):\n    name: Annotated[str, Field(max_length=9)]\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  look: {
    by: 'source',
    mentions: ['pydantic'],
    visit: {
      call: (node, source) =>
        field(node, 'function')?.text.includes('con') === true &&
        calls.test(source.nameOf(field(node, 'function')) ?? '')
          ? at(node, `\`${field(node, 'function')?.text ?? ''}(…)\` is a call, where a type is wanted.`)
          : undefined,
    },
  },
})
