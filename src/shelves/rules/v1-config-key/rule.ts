import { importsPydantic, renamedSettings } from '../../../core/python/frameworks/pydantic.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { at, type RuleHit, replaced, rule } from '../../../ports/rule.ts'

const holders: ReadonlySet<string> = new Set(['pydantic.ConfigDict', 'pydantic_settings.SettingsConfigDict'])

const hit = (name: Parameters<typeof at>[0], old: string, quoted: boolean): RuleHit => {
  const by = renamedSettings[old] ?? old
  return at(name, `\`${old}\` is called \`${by}\` in Pydantic 2, and has no effect.`, {
    fix: { does: `Calls it \`${by}\`.`, safety: 'unsafe', edits: [replaced(name, quoted ? `"${by}"` : by)] },
  })
}

export default rule({
  id: 'v1-config-key',
  pack: 'pydantic',
  allows: 'allow settings of models by their old names',
  what: '`model_config` has a setting under its name of Pydantic 1.',
  why: 'Version 2 warns and ignores it: the model behaves as if the line were not there.',
  fix: 'Write the name of version 2: `orm_mode` is `from_attributes`, `allow_population_by_field_name` is `populate_by_name`.',
  bad: 'from pydantic import BaseModel, ConfigDict\n\n\nclass User(BaseModel):\n    model_config = ConfigDict(orm_mode=True)\n',
  good: 'from pydantic import BaseModel, ConfigDict\n\n\nclass User(BaseModel):\n    model_config = ConfigDict(from_attributes=True)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: Object.keys(renamedSettings),
    visit: {
      keyword_argument: (node, source) => {
        const name = field(node, 'name')
        if (name === undefined || renamedSettings[name.text] === undefined) return undefined
        const call = node.parent?.parent
        return call?.type === 'call' && holders.has(source.nameOf(field(call, 'function')) ?? '')
          ? hit(name, name.text, false)
          : undefined
      },
      assignment: (node, source): readonly RuleHit[] => {
        const right = field(node, 'right')
        if (field(node, 'left')?.text !== 'model_config' || right?.type !== 'dictionary' || !importsPydantic(source))
          return []
        return parts(right).flatMap(pair => {
          const key = pair.type === 'pair' ? field(pair, 'key') : undefined
          const text = source.constant(key)
          return key !== undefined && text !== undefined && renamedSettings[text] !== undefined
            ? [hit(key, text, true)]
            : []
        })
      },
    },
  },
})
