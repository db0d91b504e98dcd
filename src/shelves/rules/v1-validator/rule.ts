import { bringing } from '../../../core/python/frameworks/pydantic.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { keyword, positional } from '../../../core/python/source/calls.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type Edit, type Fix, replaced, rule } from '../../../ports/rule.ts'

const old: ReadonlySet<string> = new Set(['pydantic.validator', 'pydantic.class_validators.validator'])

/** Only what takes the class and the value, for named fields: `values`, `each_item` and `always` have no equal. */
const mechanical = (source: Source, call: SyntaxNode, definition: SyntaxNode): readonly Edit[] | undefined => {
  const given = field(call, 'arguments')
  const pre = keyword(call, 'pre')
  const texts = positional(call)
  if (given === undefined || texts.some(each => each.type !== 'string') || texts.length === 0) return undefined
  if (parts(given).length !== texts.length + (pre === undefined ? 0 : 1)) return undefined
  if (pre !== undefined && field(pre, 'value')?.type !== 'true') return undefined
  const parameters = parametersOf(definition)
  if (parameters.length !== 2 || parameters[0]?.name !== 'cls') return undefined
  if (parts(definition.parent ?? definition).filter(each => each.type === 'decorator').length !== 1) return undefined
  const called = field(call, 'function')
  const imported = called?.type === 'identifier' ? bringing(source, 'field_validator') : []
  if (called === undefined || imported === undefined) return undefined
  const name = called.type === 'identifier' ? called : field(called, 'attribute')
  const indent = ' '.repeat(definition.startPosition.column)
  return [
    ...imported,
    ...(name === undefined ? [] : [replaced(name, 'field_validator')]),
    ...(pre === undefined ? [] : [replaced(pre, 'mode="before"')]),
    { start: definition.startIndex, end: definition.startIndex, text: `@classmethod\n${indent}` },
  ]
}

const fixOf = (source: Source, call: SyntaxNode, definition: SyntaxNode): { readonly fix?: Fix } => {
  const edits = mechanical(source, call, definition)
  return edits === undefined ? {} : { fix: { does: 'Makes it a `field_validator`.', safety: 'safe', edits } }
}

export default rule({
  id: 'v1-validator',
  pack: 'pydantic',
  allows: 'allow `@validator`',
  what: 'A field is checked by a function under `@validator`.',
  why: 'The decorator belongs to Pydantic 1; version 2 warns at every import, and version 3 will not have it.',
  fix: 'Write `@field_validator(…)` above `@classmethod`; `pre=True` is `mode="before"`, and other fields are in `info.data`.',
  bad: 'from pydantic import BaseModel, validator\n\n\nclass User(BaseModel):\n    name: str\n\n    @validator("name")\n    def strip(cls, value: str) -> str:\n        return value.strip()\n',
  good: 'from pydantic import BaseModel, field_validator\n\n\nclass User(BaseModel):\n    name: str\n\n    @field_validator("name")\n    @classmethod\n    def strip(cls, value: str) -> str:\n        return value.strip()\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['validator'],
    visit: {
      decorator: (node, source) => {
        const [call] = parts(node)
        if (call?.type !== 'call' || !old.has(source.nameOf(field(call, 'function')) ?? '')) return undefined
        const definition = node.parent === null ? undefined : field(node.parent, 'definition')
        return at(call, '`@validator` belongs to Pydantic 1; version 2 has `@field_validator`.', {
          ...(definition !== undefined && fixOf(source, call, definition)),
        })
      },
    },
  },
})
