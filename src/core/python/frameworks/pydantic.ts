import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { Edit } from '../../../ports/rule.ts'
import { field, fields, parts } from '../nodes.ts'
import { derivesFrom } from '../source/classes.ts'
import type { Source } from '../source/source.ts'

/** The classes from which models are derived. */
export const modelRoots: ReadonlySet<string> = new Set([
  'pydantic.BaseModel',
  'pydantic.RootModel',
  'pydantic.main.BaseModel',
  'pydantic.generics.GenericModel',
  'pydantic_settings.BaseSettings',
  'sqlmodel.SQLModel',
])

/** Whether a class is a model, as far as its own file tells. */
export const isModel = (source: Source, definition: SyntaxNode): boolean =>
  derivesFrom(source, definition, base => modelRoots.has(base))

const known = new WeakMap<Source, boolean>()

/** Whether a file imports Pydantic, in its present form. */
export const importsPydantic = (source: Source): boolean => {
  const before = known.get(source)
  if (before !== undefined) return before
  const does = /^[ \t]*(?:from|import) (?:pydantic(?!\.v1)|pydantic_settings|sqlmodel)\b/m.test(source.text)
  known.set(source, does)
  return does
}

/** What brings a name of Pydantic into a file: nothing where it is there, and undefined where no import could be made longer. */
export const bringing = (source: Source, name: string): readonly Edit[] | undefined => {
  const bound = source.scopeAt(0).names.get(name)
  if (bound !== undefined) return bound.every(each => each.target === `pydantic.${name}`) ? [] : undefined
  const statement = parts(source.root).find(
    each => each.type === 'import_from_statement' && field(each, 'module_name')?.text === 'pydantic',
  )
  const last = statement === undefined ? undefined : fields(statement, 'name').at(-1)
  return last === undefined ? undefined : [{ start: last.endIndex, end: last.endIndex, text: `, ${name}` }]
}

/** Settings of models by their names in version 1; an empty text where the setting is gone. */
export const renamedSettings: Readonly<Record<string, string>> = {
  allow_population_by_field_name: 'populate_by_name',
  anystr_lower: 'str_to_lower',
  anystr_strip_whitespace: 'str_strip_whitespace',
  anystr_upper: 'str_to_upper',
  keep_untouched: 'ignored_types',
  max_anystr_length: 'str_max_length',
  min_anystr_length: 'str_min_length',
  orm_mode: 'from_attributes',
  schema_extra: 'json_schema_extra',
  validate_all: 'validate_default',
}
