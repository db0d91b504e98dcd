import { z } from 'zod'
import { isKeyword } from '../../../core/design/answers/names.ts'
import { listed, memberOf, number, truth, whole } from '../shared/written.ts'

/** The types of a field. Source: spec/answers.md. */
export const fieldTypes = ['str', 'int', 'float', 'bool', 'decimal', 'date', 'datetime', 'uuid', 'enum'] as const
export type FieldType = (typeof fieldTypes)[number]

/** What can be done with a resource besides creating one and looking it up. */
export const operations = ['create', 'get', 'list', 'update', 'delete'] as const
export type Operation = (typeof operations)[number]

/**
 * Names that a field cannot have: the id that every resource gets, types that the class names below the field, and what Pydantic's
 * models have already. Source: the attributes of `pydantic.BaseModel`, version 2.14.
 */
const taken = new Set(
  `id str int float bool dt copy dict json schema construct from_orm parse_file parse_obj parse_raw schema_json
  update_forward_refs validate`.split(/\s+/),
)

const name = z
  .string()
  .max(40, 'It is longer than 40 characters.')
  .regex(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/, 'A field is named in lower case: letters a–z, digits, single underscores.')
  .refine(each => !isKeyword(each), 'It is a Python keyword.')
  .refine(each => each !== 'l', 'It is easily taken for a digit.')
  .refine(each => !taken.has(each) && !each.startsWith('model_'), 'This name is taken by the model itself.')

/** Largest whole number that every JSON reader keeps exactly. Source: RFC 7493, section 2.2. */
export const largestInteger = Number.MAX_SAFE_INTEGER

/** A default as its type has it; what does not fit stays as it is written, to be refused by name. */
const asType = (type: FieldType, written: unknown): unknown => {
  if (type === 'int' || type === 'float') return number.safeParse(written).data ?? written
  if (type === 'bool') return truth.safeParse(written).data ?? written
  return type === 'decimal' ? String(written) : written
}

const field = z
  .strictObject({
    type: z.enum(fieldTypes),
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    optional: truth.optional(),
    unique: truth.optional(),
    min_length: whole(0, 10_000).optional(),
    max_length: whole(1, 1_000_000).optional(),
    ge: number.optional(),
    le: number.optional(),
    values: z.array(listed).min(1).max(50).optional(),
  })
  .transform(each =>
    each.default === undefined
      ? each
      : { ...each, default: asType(each.type, each.default) as string | number | boolean },
  )
  .superRefine((each, context) => {
    for (const [path, message] of problems(each)) context.addIssue({ code: 'custom', path: [path], message })
  })

type Given = {
  readonly type: FieldType
  readonly default?: string | number | boolean | undefined
  readonly optional?: boolean | undefined
  readonly unique?: boolean | undefined
  readonly min_length?: number | undefined
  readonly max_length?: number | undefined
  readonly ge?: number | undefined
  readonly le?: number | undefined
  readonly values?: readonly string[] | undefined
}

/** The constraints that each type knows. */
const knows: Readonly<Record<FieldType, readonly (keyof Given)[]>> = {
  str: ['min_length', 'max_length', 'unique'],
  int: ['ge', 'le', 'unique'],
  float: ['ge', 'le'],
  bool: [],
  decimal: ['ge', 'le'],
  date: ['unique'],
  datetime: [],
  uuid: ['unique'],
  enum: ['values'],
}
const constraints = ['min_length', 'max_length', 'ge', 'le', 'values', 'unique'] as const

const uuidShape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const dateShape = /^\d{4}-\d\d-\d\d$/
const timeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/

/** JavaScript takes 30 February for 2 March. */
const isDate = (text: string): boolean => {
  const read = new Date(`${text}T00:00Z`)
  return dateShape.test(text) && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text)
}

/** Whether a default is a value of its type. */
const fits: Readonly<Record<FieldType, (value: unknown, given: Given) => boolean>> = {
  str: each => typeof each === 'string',
  int: each => Number.isSafeInteger(each),
  float: each => typeof each === 'number' && Number.isFinite(each),
  bool: each => typeof each === 'boolean',
  decimal: each => /^-?\d{1,20}(?:\.\d{1,8})?$/.test(String(each)),
  date: each => typeof each === 'string' && isDate(each),
  datetime: each =>
    typeof each === 'string' && timeShape.test(each) && isDate(each.slice(0, 10)) && !Number.isNaN(Date.parse(each)),
  uuid: each => typeof each === 'string' && uuidShape.test(each),
  enum: (each, { values }) => typeof each === 'string' && (values ?? []).includes(each),
}

const within = (each: Given): boolean => {
  const { default: own } = each
  if (typeof own === 'string' && each.type === 'str')
    return own.length >= (each.min_length ?? 0) && own.length <= (each.max_length ?? Number.POSITIVE_INFINITY)
  if (['int', 'float', 'decimal'].includes(each.type))
    return Number(own) >= (each.ge ?? Number.NEGATIVE_INFINITY) && Number(own) <= (each.le ?? Number.POSITIVE_INFINITY)
  return true
}

type Problem = readonly [path: keyof Given, message: string]

const problems = (each: Given): readonly Problem[] => {
  const unknown = constraints
    .filter(key => each[key] !== undefined && !knows[each.type].includes(key))
    .map((key): Problem => [key, `A field of type ${each.type} has no \`${key}\`.`])
  const found: Problem[] = [...unknown]
  const integer = each.type === 'int'
  for (const key of ['ge', 'le'] as const)
    if (integer && each[key] !== undefined && !Number.isSafeInteger(each[key]))
      found.push([key, 'The bound of an int is a whole number that JSON keeps exactly.'])
  if (each.type === 'enum' && each.values === undefined)
    found.push(['values', 'A field of type enum lists its `values`.'])
  if (each.values !== undefined && new Set(each.values.map(memberOf)).size !== each.values.length)
    found.push(['values', 'Two values are the same, or differ in hyphens and underscores alone.'])
  if ((each.min_length ?? 0) > (each.max_length ?? Number.POSITIVE_INFINITY))
    found.push(['max_length', 'No text is that short and that long.'])
  if ((each.ge ?? Number.NEGATIVE_INFINITY) > (each.le ?? Number.POSITIVE_INFINITY))
    found.push(['le', 'No number lies between the bounds.'])
  if (each.unique === true && each.default !== undefined)
    found.push(['default', 'A default is the same every time; the field asks for values that differ.'])
  if (each.unique === true && each.type === 'str' && each.max_length === 1)
    found.push(['max_length', 'Too few values could ever differ.'])
  if (each.unique === true && each.ge !== undefined && each.ge === each.le)
    found.push(['le', 'Too few values could ever differ.'])
  if (each.default !== undefined && (!fits[each.type](each.default, each) || !within(each)))
    found.push(['default', `It is no value of this field.`])
  return found
}

/** What a resource asks: its fields, what can be done with it, where it is kept. */
export const resourceOptions = z.strictObject({
  fields: z
    .record(name, field)
    .refine(each => Object.keys(each).length > 0, 'A resource has at least one field.')
    .refine(each => Object.keys(each).length <= 60, 'A resource has at most 60 fields.'),
  operations: z
    .array(z.enum(operations))
    .refine(
      each => each.includes('create') && each.includes('get'),
      'A resource can be created and looked up: list `create` and `get`.',
    )
    .default([...operations]),
  storage: z.enum(['memory', 'sqlite']).default('sqlite'),
})
export type ResourceOptions = z.infer<typeof resourceOptions>
