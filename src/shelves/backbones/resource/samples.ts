import { py, vouched } from '../../../core/render/escaped.ts'
import { isSecretName } from '../shared/secret-name.ts'
import { type Field, literal } from './fields.ts'

const isSecret = ({ name, type }: Field): boolean => type === 'str' && isSecretName(name)

/** One letter as often as the field asks for: what nobody takes for a password. */
const placeholder = ({ min_length = 0, max_length = 1000 }: Field, which: number) => ({
  letter: 'abc'.charAt(which - 1),
  times: Math.min(Math.max(8, min_length), max_length),
})

/** A text of a field's length that another number makes another. */
const text = (field: Field, which: number): string => {
  const { name, min_length = 0, max_length = 1000 } = field
  if (isSecret(field)) {
    const { letter, times } = placeholder(field, which)
    return letter.repeat(times)
  }
  const words = `${name.replaceAll('_', ' ')} ${which}`
  const short = words.length <= max_length ? words : String(which).slice(0, max_length)
  return short.padEnd(min_length, '.')
}

/** The `which`-th sample value of a field, as the answers would write it; two of a unique field differ. */
const sample = (field: Field, which: number): string | number | boolean => {
  const { ge, le } = field
  const whole = ge === undefined ? (le === undefined ? which : Math.floor(le) - 2 + which) : Math.ceil(ge) - 1 + which
  switch (field.type) {
    case 'str':
      return text(field, which)
    case 'int':
      return le === undefined ? whole : Math.min(whole, le)
    case 'float':
    case 'decimal':
      return whole <= (le ?? whole) && whole >= (ge ?? whole) ? whole : (ge ?? le ?? 0)
    case 'bool':
      return which === 1
    case 'date':
      return `2026-01-0${which}`
    case 'datetime':
      return `2026-01-0${which}T12:00:00+00:00`
    case 'uuid':
      // Twelve digits, in a row or in fours, would be taken for an AWS account beside a field whose name holds "account".
      return `${which}000000a-000a-400a-800a-00000000000a`
    case 'enum':
      return field.values[(which - 1) % field.values.length] ?? ''
  }
}

/** `name="name 1"`, `price=1`: the arguments of a sample in Python. */
export const sampleArguments = (fields: readonly Field[], which: number): readonly string[] =>
  fields.map(each => {
    const { letter, times } = placeholder(each, which)
    return `${each.name}=${isSecret(each) ? `"${letter}" * ${times}` : literal(each, sample(each, which))}`
  })

/** A value as JSON sends it, written in Python. */
const json = (field: Field, value: string | number | boolean): string => {
  if (field.type === 'decimal' || typeof value === 'string') return py.str(jsonText(field, String(value)))
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)
}

/** Pydantic writes UTC with a Z. */
const jsonText = (field: Field, value: string): string =>
  field.type === 'datetime' ? value.replace('+00:00', 'Z') : value

/** The same sample as the body of a request. */
export const sampleBody = (fields: readonly Field[], which: number): string =>
  `{${fields.map(each => `${py.str(each.name)}: ${json(each, sample(each, which))}`).join(', ')}}`

/** One as JSON, for a command line; none where a field asks for what nobody shows in a document. */
export const sampleJson = (fields: readonly Field[]): { readonly sample?: string } => {
  if (fields.some(isSecret)) return {}
  const values = fields.map(each => {
    const value = sample(each, 1)
    const isText = each.type === 'decimal' || typeof value === 'string'
    return [each.name, isText ? jsonText(each, String(value)) : value] as const
  })
  return { sample: JSON.stringify(Object.fromEntries(values)) }
}

const wrongOf = (field: Field): readonly string[] => {
  const { min_length, max_length, ge, le } = field
  switch (field.type) {
    case 'str':
      return [
        '7',
        ...(min_length === undefined || min_length === 0 ? [] : [`"x" * ${min_length - 1}`]),
        ...(max_length === undefined ? [] : [`"x" * ${max_length + 1}`]),
      ]
    case 'int':
    case 'float':
      return [
        '"7"',
        'True',
        ...(ge === undefined ? [] : [String(ge - 1)]),
        ...(le === undefined ? [] : [String(le + 1)]),
      ]
    case 'decimal':
      return [
        '"a lot"',
        '1.5',
        ...(ge === undefined ? [] : [`"${ge - 1}"`]),
        ...(le === undefined ? [] : [`"${le + 1}"`]),
      ]
    case 'bool':
      return ['"yes"', '1']
    case 'date':
      return ['"2026-02-30"', '7', '"86400"']
    case 'datetime':
      return ['"2026-01-01T12:00:00"', '7', '"7.5"']
    case 'uuid':
      return ['"not a UUID"']
    case 'enum':
      return ['"no such value"']
  }
}

/** `("name", ""),`: for each field, values that it must refuse. */
export const wrongLines = (fields: readonly Field[]) =>
  fields.flatMap(each => wrongOf(each).map(value => vouched(`(${py.str(each.name)}, ${value}),`)))
