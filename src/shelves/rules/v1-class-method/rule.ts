import { importsPydantic, isModel } from '../../../core/python/frameworks/pydantic.ts'
import { field } from '../../../core/python/nodes.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, replaced, rule } from '../../../ports/rule.ts'

/** Names that no other library gives to a class method, and what version 2 has instead. */
const renamed: Readonly<Record<string, string>> = {
  from_orm: 'model_validate',
  parse_file: 'model_validate_json',
  parse_obj: 'model_validate',
  parse_raw: 'model_validate_json',
  schema_json: 'model_json_schema',
  update_forward_refs: 'model_rebuild',
}

/** What does the same under its new name; the others take or return something else. */
const alike = /^(?:parse_obj|update_forward_refs)$/

const isClass = (node: SyntaxNode): boolean => {
  if (node.type !== 'identifier') return node.type === 'attribute' && /\.[A-Z]\w*$/.test(node.text)
  return /^[A-Z]/.test(node.text) || node.text === 'cls'
}

const isKnownModel = (source: Source, node: SyntaxNode): boolean => {
  const [only] = node.type === 'identifier' ? (bindingsAt(source, node.text, node.startIndex)?.bindings ?? []) : []
  return only?.kind === 'class' && isModel(source, only.node)
}

export default rule({
  id: 'v1-class-method',
  pack: 'pydantic',
  allows: 'allow `parse_obj`, `from_orm` and the like',
  what: 'A model is made with `parse_obj`, `parse_raw` or `from_orm`, or finished with `update_forward_refs`.',
  why: 'The methods belong to Pydantic 1; version 2 warns at every call, and version 3 will not have them.',
  fix: 'Write `model_validate`, `model_validate_json` or `model_rebuild`; what came from `from_orm` needs `from_attributes=True`.',
  bad: 'from pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n\nuser = User.parse_obj({"name": "a"})\n',
  good: 'from pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n\nuser = User.model_validate({"name": "a"})\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: Object.keys(renamed),
    visit: {
      call: (node, source) => {
        const called = field(node, 'function')
        const [name, object] = called?.type === 'attribute' ? [field(called, 'attribute'), field(called, 'object')] : []
        const by = name && renamed[name.text]
        if (name === undefined || object === undefined || by === undefined || !isClass(object)) return undefined
        const isSure = isKnownModel(source, object)
        if (!isSure && !importsPydantic(source)) return undefined
        return at(name, `\`${name.text}\` belongs to Pydantic 1; version 2 has \`${by}\`.`, {
          ...(alike.test(name.text) && {
            fix: { does: `Calls \`${by}\`.`, safety: isSure ? 'safe' : 'unsafe', edits: [replaced(name, by)] },
          }),
        })
      },
    },
  },
})
