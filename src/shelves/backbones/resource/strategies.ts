import { type Escaped, vouched } from '../../../core/render/escaped.ts'
import { amountText, type Field } from './fields.ts'
import { largestInteger } from './options.ts'

const call = (name: string, pairs: readonly (readonly [string, number | string | undefined])[]): string =>
  `st.${name}(${pairs.flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`])).join(', ')})`

/** Amounts that every database keeps exactly. */
const largestAmount = 10 ** 12

/** Decimal places of a bound: Hypothesis wants to be able to reach it. */
const placesOf = (bound: number | undefined): number => amountText(bound ?? 0).split('.')[1]?.length ?? 0

const strategyOf = (field: Field): string => {
  const { ge, le } = field
  switch (field.type) {
    case 'str':
      return call('text', [
        ['min_size', field.min_length],
        ['max_size', field.max_length],
      ])
    case 'int':
      return call('integers', [
        ['min_value', ge ?? -largestInteger],
        ['max_value', le ?? largestInteger],
      ])
    case 'float':
      return call('floats', [
        ['min_value', ge],
        ['max_value', le],
        ['allow_nan', 'False'],
        ['allow_infinity', 'False'],
      ])
    case 'bool':
      return 'st.booleans()'
    case 'decimal':
      return call('decimals', [
        ['min_value', `"${amountText(ge ?? -largestAmount)}"`],
        ['max_value', `"${amountText(le ?? largestAmount)}"`],
        ['places', Math.max(2, placesOf(ge), placesOf(le))],
      ])
    case 'date':
      return 'st.dates()'
    case 'datetime':
      return 'st.datetimes(timezones=st.just(dt.UTC))'
    case 'uuid':
      return 'st.uuids()'
    case 'enum':
      return `st.sampled_from(${field.choice})`
  }
}

/** A strategy for any valid resource. */
export const strategies = (pascal: string, fields: readonly Field[]): Escaped => {
  const each = fields.map(field => `${field.name}=${field.optional ? 'st.none() | ' : ''}${strategyOf(field)}`)
  return vouched(`anything = st.builds(${pascal}, id=st.uuids(), ${each.join(', ')})`)
}
