import { type Escaped, py, vouched } from '../../../core/render/escaped.ts'
import type { Field } from './fields.ts'
import type { FieldType } from './options.ts'

/** How SQLite keeps each type; what has no type of its own there is kept as Pydantic writes it into JSON. */
const columnTypes: Readonly<Record<FieldType, string>> = {
  str: 'TEXT',
  int: 'INTEGER',
  float: 'REAL',
  bool: 'INTEGER',
  decimal: 'TEXT',
  date: 'TEXT',
  datetime: 'TEXT',
  uuid: 'TEXT',
  enum: 'TEXT',
}

const statement = (name: string, lines: readonly string[]): readonly Escaped[] =>
  [`${name}: Final = """`, ...lines, '"""'].map(vouched)

const column = (field: Field): string =>
  `    "${field.name}" ${columnTypes[field.type]}${field.optional ? '' : ' NOT NULL'}${field.unique ? ' UNIQUE' : ''}`

/** The table of a resource. Field names are identifiers, so quotes are all that they need. */
export const schema = (table: string, fields: readonly Field[]): readonly Escaped[] =>
  statement('SCHEMA', [
    `CREATE TABLE IF NOT EXISTS "${table}" (`,
    [`    "id" TEXT NOT NULL PRIMARY KEY`, ...fields.map(column)].join(',\n'),
    ') STRICT',
  ])

/** The statements that write. */
export const statements = (table: string, fields: readonly Field[], updating: boolean): readonly Escaped[] => {
  const names = ['id', ...fields.map(each => each.name)]
  const add = [
    `INSERT INTO "${table}" (`,
    `    ${names.map(each => `"${each}"`).join(',\n    ')}`,
    ') VALUES (',
    `    ${names.map(each => `:${each}`).join(',\n    ')}`,
    ')',
  ]
  const replace = [
    `UPDATE "${table}" SET`,
    fields.map(each => `    "${each.name}" = :${each.name}`).join(',\n'),
    'WHERE "id" = :id',
  ]
  return [...statement('ADD', add), ...(updating ? statement('REPLACE', replace) : [])]
}

/** The fields in which all must differ, the id first. */
export const unique = (fields: readonly Field[]): Escaped =>
  py`UNIQUE: Final = (${vouched(['id', ...fields.filter(each => each.unique).map(each => each.name)].map(each => `"${each}",`).join(' '))})`

/** How a row becomes what it was: SQLite has no truth values, and a newer version may have added columns that are none of ours. */
export const reading = (pascal: string, fields: readonly Field[]): readonly Escaped[] => {
  const truths = fields.filter(each => each.type === 'bool').map(each => each.name)
  const values = `{name: row[name] for name in ${pascal}.model_fields}`
  if (truths.length === 0) return [vouched(`return ${pascal}.model_validate(${values})`)]
  return [
    `values = ${values}`,
    `for name in (${truths.map(each => `"${each}",`).join(' ')}):`,
    '    if values[name] is not None:',
    '        values[name] = bool(values[name])',
    `return ${pascal}.model_validate(values)`,
  ].map(vouched)
}
