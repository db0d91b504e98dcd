import { field } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { at, type RuleHit, replaced, rule } from '../../../ports/rule.ts'

/** Arguments by their new names; an empty text where there is no equal. */
const renamed: Readonly<Record<string, string>> = {
  allow_mutation: '',
  const: '',
  max_items: 'max_length',
  min_items: 'min_length',
  regex: 'pattern',
  unique_items: '',
}

const takers: ReadonlySet<string> = new Set([
  'pydantic.Field',
  'pydantic.fields.Field',
  'pydantic.constr',
  'pydantic.conlist',
])

export default rule({
  id: 'v1-field-argument',
  pack: 'pydantic',
  allows: 'allow arguments of `Field` that are gone',
  what: 'A field is given `regex=`, `min_items=`, `max_items=`, `const=`, `allow_mutation=` or `unique_items=`.',
  why: 'Pydantic 2 has removed or renamed them: the import raises an error, or the rule is not kept.',
  fix: 'Write `pattern=`, `min_length=`, `max_length=`, `frozen=True`; a `Literal` for `const`, a `set` for `unique_items`.',
  bad: 'from pydantic import BaseModel, Field\n\n\nclass Order(BaseModel):\n    code: str = Field(regex="^[A-Z]{3}$")\n',
  good: 'from pydantic import BaseModel, Field\n\n\nclass Order(BaseModel):\n    code: str = Field(pattern="^[A-Z]{3}$")\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['pydantic'],
    visit: {
      call: (node, source): readonly RuleHit[] => {
        const given = Object.keys(renamed).flatMap(name => keyword(node, name) ?? [])
        if (given.length === 0 || !takers.has(source.nameOf(field(node, 'function')) ?? '')) return []
        return given.flatMap(each => {
          const name = field(each, 'name')
          if (name === undefined) return []
          const by = renamed[name.text]
          return by === undefined || by === ''
            ? [at(name, `\`${name.text}=\` is gone in Pydantic 2.`)]
            : [
                at(name, `\`${name.text}=\` is called \`${by}=\` in Pydantic 2.`, {
                  fix: { does: `Calls it \`${by}\`.`, safety: 'safe', edits: [replaced(name, by)] },
                }),
              ]
        })
      },
    },
  },
})
