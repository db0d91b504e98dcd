import { expect, test } from 'vitest'
import { resourceOptions } from './options.ts'

const field = (given: object) => resourceOptions.safeParse({ fields: { it: given } })

test('what is written in a file is read by its type, and what is not said has its default [C-42]', () => {
  const read = resourceOptions.parse({
    fields: {
      count: { type: 'int', ge: '0', default: '3' },
      open: { type: 'bool', default: 'true' },
      price: { type: 'decimal', default: '1.50' },
      code: { type: 'str', default: '007', unique: 'false' },
    },
  })
  expect(read).toEqual({
    fields: {
      count: { type: 'int', ge: 0, default: 3 },
      open: { type: 'bool', default: true },
      price: { type: 'decimal', default: '1.50' },
      code: { type: 'str', default: '007', unique: false },
    },
    operations: ['create', 'get', 'list', 'update', 'delete'],
    storage: 'sqlite',
  })
})

test.each([
  ['a type that there is not', { type: 'text' }],
  ['a bound of a text', { type: 'str', ge: 1 }],
  ['a length of a number', { type: 'int', max_length: 3 }],
  ['values of a text', { type: 'str', values: ['a'] }],
  ['an enum without values', { type: 'enum' }],
  ['a value twice', { type: 'enum', values: ['a', 'a'] }],
  ['a value that is no word', { type: 'enum', values: ['A b'] }],
  ['lengths that no text has', { type: 'str', min_length: 3, max_length: 2 }],
  ['bounds between which nothing lies', { type: 'int', ge: 3, le: 2 }],
  ['half a whole number', { type: 'int', ge: 0.5 }],
  ['a number that JSON does not keep', { type: 'int', le: 2 ** 60 }],
  ['a default of another type', { type: 'int', default: 'three' }],
  ['a default out of bounds', { type: 'int', le: 2, default: 3 }],
  ['a default that is too long', { type: 'str', max_length: 2, default: 'abc' }],
  ['a default that is no value', { type: 'enum', values: ['a'], default: 'b' }],
  ['a day that the calendar does not have', { type: 'date', default: '2026-02-30' }],
  ['an instant without its offset', { type: 'datetime', default: '2026-01-01T12:00:00' }],
  ['a default where all must differ', { type: 'str', unique: true, default: 'x' }],
  ['too few values to differ', { type: 'int', unique: true, ge: 1, le: 1 }],
  ['truth values that differ', { type: 'bool', unique: true }],
  ['a key that there is not', { type: 'str', pattern: 'x' }],
])('%s is refused [N-01]', (_, given) => {
  expect(field(given).success).toBe(false)
})

test.each(['id', 'model_config', 'json', 'Class', 'class', 'two__lines', '_hidden', 'é', 'x'.repeat(41), 'a-b', ''])(
  'a field cannot be called %j [N-01]',
  name => {
    expect(resourceOptions.safeParse({ fields: { [name]: { type: 'str' } } }).success).toBe(false)
  },
)

test.each([
  ['no field', { fields: {} }],
  ['nothing that creates', { fields: { a: { type: 'str' } }, operations: ['get', 'list'] }],
  ['nothing that looks up', { fields: { a: { type: 'str' } }, operations: ['create'] }],
  ['another place', { fields: { a: { type: 'str' } }, storage: 'postgres' }],
])('%s is refused [N-01]', (_, given) => {
  expect(resourceOptions.safeParse(given).success).toBe(false)
})
