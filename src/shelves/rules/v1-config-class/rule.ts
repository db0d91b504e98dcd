import { bringing, importsPydantic, renamedSettings } from '../../../core/python/frameworks/pydantic.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { assignmentIn, bodyOf } from '../../../core/python/source/classes.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type Edit, replaced, rule } from '../../../ports/rule.ts'

/** Settings that a model may have, by the names of both versions; other `Config` classes hold something else. */
const settings: ReadonlySet<string> = new Set([
  ...Object.keys(renamedSettings),
  ...Object.values(renamedSettings),
  'alias_generator',
  'allow_mutation',
  'arbitrary_types_allowed',
  'case_sensitive',
  'copy_on_model_validation',
  'env_file',
  'env_file_encoding',
  'env_nested_delimiter',
  'env_prefix',
  'error_msg_templates',
  'extra',
  'fields',
  'frozen',
  'getter_dict',
  'json_dumps',
  'json_encoders',
  'json_loads',
  'protected_namespaces',
  'revalidate_instances',
  'secrets_dir',
  'smart_union',
  'title',
  'underscore_attrs_are_private',
  'use_enum_values',
  'validate_assignment',
])

/** What version 2 has no equal for, or another one by its value. */
const unmendable: ReadonlySet<string> = new Set([
  'allow_mutation',
  'copy_on_model_validation',
  'error_msg_templates',
  'fields',
  'getter_dict',
  'json_dumps',
  'json_loads',
  'smart_union',
  'underscore_attrs_are_private',
])

const nameOf = (assignment: SyntaxNode): string => field(assignment, 'left')?.text ?? ''

const isPydantic = (assignments: readonly SyntaxNode[]): boolean => assignments.some(each => settings.has(nameOf(each)))

const mended = (
  source: Source,
  config: SyntaxNode,
  assignments: readonly SyntaxNode[],
): readonly Edit[] | undefined => {
  const isSimple =
    bodyOf(config).length === assignments.length &&
    assignments.every(each => settings.has(nameOf(each)) && !unmendable.has(nameOf(each))) &&
    // What the settings read from their environment is set by another class, and comments would be lost.
    assignments.every(each => !/^(?:env_|case_sensitive|secrets_dir)/.test(nameOf(each))) &&
    !config.descendantsOfType('comment').some(each => each !== null)
  const imported = isSimple ? bringing(source, 'ConfigDict') : undefined
  if (imported === undefined) return undefined
  const given = assignments.map(
    each => `${renamedSettings[nameOf(each)] ?? nameOf(each)}=${field(each, 'right')?.text ?? ''}`,
  )
  return [...imported, replaced(config, `model_config = ConfigDict(${given.join(', ')})`)]
}

export default rule({
  id: 'v1-config-class',
  pack: 'pydantic',
  allows: 'allow a `class Config` in models',
  what: 'The settings of a model stand in a class `Config` in it.',
  why: 'The form belongs to Pydantic 1: version 2 warns at every import, a misspelt setting is ignored, and no type checker knows any of them.',
  fix: 'Write `model_config = ConfigDict(…)`, of settings `SettingsConfigDict(…)`; some names have changed, `orm_mode` to `from_attributes`.',
  bad: 'from pydantic import BaseModel\n\n\nclass User(BaseModel):\n    name: str\n\n    class Config:\n        orm_mode = True\n',
  good: 'from pydantic import BaseModel, ConfigDict\n\n\nclass User(BaseModel):\n    model_config = ConfigDict(from_attributes=True)\n\n    name: str\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['class Config'],
    visit: {
      class_definition: (node, source) => {
        if (
          field(node, 'name')?.text !== 'Config' ||
          field(node, 'superclasses') !== undefined ||
          !importsPydantic(source)
        )
          return undefined
        const owner = source.classAround(node)
        if (owner === undefined || parts(field(owner, 'superclasses') ?? node).length === 0) return undefined
        const assignments = bodyOf(node).flatMap(each => assignmentIn(each) ?? [])
        if (!isPydantic(assignments)) return undefined
        const edits = mended(source, node, assignments)
        return at(
          field(node, 'name') ?? node,
          `The settings of \`${field(owner, 'name')?.text ?? ''}\` stand in a class; version 2 has \`model_config\`.`,
          {
            ...(edits !== undefined && { fix: { does: 'Writes `model_config`.', safety: 'safe', edits } }),
          },
        )
      },
    },
  },
})
