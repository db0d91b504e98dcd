import { pascalName } from '../../../core/design/answers/names.ts'
import { type Escaped, py, vouched } from '../../../core/render/escaped.ts'
import { memberOf } from '../shared/written.ts'
import { type FieldType, largestInteger, type ResourceOptions } from './options.ts'

/** One field of a resource, as its options describe it. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly optional: boolean
  readonly unique: boolean
  readonly default?: string | number | boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly ge?: number
  readonly le?: number
  readonly values: readonly string[]
  /** The class of an enum's values: `OrderStatus`. */
  readonly choice: string
}

/** Fields whose enum would be called like one of the resource's own classes. */
const ownNames = new Set([
  'data',
  'page',
  'repository',
  'service',
  'busy_error',
  'conflict_error',
  'busy',
  'conflict',
  'failure',
  'not_found',
  'not_found_error',
  'dependency',
])

/** The fields in the order of the options. */
export const fieldsOf = (options: ResourceOptions, pascal: string): readonly Field[] =>
  Object.entries(options.fields).map(([name, given]) => ({
    ...(given as Omit<Field, 'name' | 'optional' | 'unique' | 'values' | 'choice'>),
    name,
    optional: given.optional === true,
    unique: given.unique === true,
    values: given.values ?? [],
    choice: `${pascal}${pascalName(name)}${ownNames.has(name) ? 'Choice' : ''}`,
  }))

const keywords = (pairs: readonly (readonly [string, number | string | undefined])[]): readonly string[] =>
  pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))

const annotated = (type: string, ...metadata: readonly string[]): string =>
  metadata.length === 0 ? type : `Annotated[${type}, ${metadata.join(', ')}]`

const constrained = (
  pairs: readonly (readonly [string, number | string | undefined])[],
  ...more: readonly string[]
) => {
  const given = [...keywords(pairs), ...more]
  return given.length === 0 ? [] : [`Field(${given.join(', ')})`]
}

/** The type of a field with its rules. The rules come before the validator: Pydantic's JSON Schema would not show them otherwise. */
const annotation = (field: Field): string => {
  const { ge, le } = field
  switch (field.type) {
    case 'str':
      return annotated(
        'str',
        ...constrained([
          ['min_length', field.min_length],
          ['max_length', field.max_length],
        ]),
      )
    case 'int':
      return annotated(
        'int',
        // What lies outside, not every reader of JSON keeps (RFC 7493).
        ...constrained([
          ['ge', ge ?? -largestInteger],
          ['le', le ?? largestInteger],
        ]),
        'BeforeValidator(_number)',
      )
    case 'float':
      return annotated(
        'float',
        ...constrained(
          [
            ['ge', ge],
            ['le', le],
          ],
          'allow_inf_nan=False',
        ),
        'BeforeValidator(_number)',
      )
    case 'bool':
      return annotated('bool', 'Field(strict=True)')
    case 'decimal':
      return annotated(
        'Decimal',
        // A float is a little more or less than what is written: the bound itself would be refused.
        ...constrained([
          ['ge', ge === undefined ? undefined : literal(field, ge)],
          ['le', le === undefined ? undefined : literal(field, le)],
        ]),
        'BeforeValidator(_amount)',
        `WithJsonSchema({"type": "string", "pattern": "^${ge !== undefined && ge >= 0 ? '' : '-?'}[0-9]{1,20}(\\\\.[0-9]{1,8})?$"})`,
      )
    case 'date':
      return annotated('dt.date', 'BeforeValidator(_no_number)')
    case 'datetime':
      return annotated('AwareDatetime', 'BeforeValidator(_no_number)', 'AfterValidator(_utc)')
    case 'uuid':
      return 'UUID'
    case 'enum':
      return field.choice
  }
}

const two = (text: string): string => String(Number(text))

/** A number without an exponent. */
export const amountText = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(8).replace(/0+$/, '')

/** A value of a field's type as Python writes it. */
export const literal = (field: Field, value: string | number | boolean): string => {
  const text = String(value)
  switch (field.type) {
    case 'str':
      return py.str(text)
    case 'int':
    case 'float':
      return text
    case 'bool':
      return value === true ? 'True' : 'False'
    case 'decimal':
      return `Decimal(${/^-?\d+$/.test(text) ? text : py.str(typeof value === 'number' ? amountText(value) : text)})`
    case 'date':
      return `dt.date(${text.split('-').map(two).join(', ')})`
    case 'datetime':
      return `dt.datetime.fromisoformat(${py.str(text)})`
    case 'uuid':
      return `UUID(${py.str(text.toLowerCase())})`
    case 'enum':
      return `${field.choice}.${memberOf(text)}`
  }
}

/** The field's line in the model. */
export const fieldLine = (field: Field): Escaped => {
  const type = `${annotation(field)}${field.optional ? ' | None' : ''}`
  const value = field.default !== undefined ? ` = ${literal(field, field.default)}` : field.optional ? ' = None' : ''
  return vouched(`${field.name}: ${type}${value}`)
}

/** Whether some field is of one of the types. */
export const has = (fields: readonly Field[], ...types: readonly FieldType[]): boolean =>
  fields.some(each => types.includes(each.type))

const line = (module: string, names: readonly (string | false)[]): readonly string[] => {
  const wanted = names.filter(each => each !== false)
  return wanted.length === 0 ? [] : [`from ${module} import ${wanted.join(', ')}`]
}

/** The imports that the model's fields need. */
export const modelImports = (fields: readonly Field[], listing: boolean): readonly Escaped[] => {
  const lines = fields.map(each => fieldLine(each) as string)
  const uses = (word: string): string | false => lines.some(each => new RegExp(`\\b${word}\\b`).test(each)) && word
  return [
    ...(uses('dt') === false && !has(fields, 'datetime') ? [] : ['import datetime as dt']),
    ...(has(fields, 'decimal', 'date', 'datetime') ? ['import re'] : []),
    ...line('decimal', [uses('Decimal')]),
    ...line('enum', [has(fields, 'enum') && 'StrEnum']),
    ...line('typing', [
      uses('Annotated'),
      (listing || has(fields, 'decimal', 'date', 'datetime')) && 'Final',
      'Protocol',
    ]),
    'from uuid import UUID, uuid4',
    '',
    ...line('pydantic', [
      uses('AfterValidator'),
      uses('AwareDatetime'),
      'BaseModel',
      uses('BeforeValidator'),
      'ConfigDict',
      uses('Field'),
      uses('WithJsonSchema'),
    ]),
    ...line('pydantic_core', [uses('BeforeValidator') !== false && 'PydanticCustomError']),
    '',
  ].map(vouched)
}

/** The imports that literals of the fields need besides the resource's own classes. */
export const literalImports = (fields: readonly Field[], ...own: readonly string[]): readonly Escaped[] =>
  [
    ...(has(fields, 'date', 'datetime') ? ['import datetime as dt'] : []),
    ...line('decimal', [has(fields, 'decimal') && 'Decimal']),
    ...(has(fields, 'uuid') && !own.some(each => each.startsWith('from uuid')) ? ['from uuid import UUID'] : []),
    ...own.map(each => (each.startsWith('from uuid') && has(fields, 'uuid') ? `${each}, UUID` : each)),
  ].map(vouched)

/** The classes of enums: literals name their members. */
export const choicesOf = (fields: readonly Field[]): readonly string[] =>
  fields.filter(each => each.type === 'enum').map(each => each.choice)
