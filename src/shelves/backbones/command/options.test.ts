import { expect, test } from 'vitest'
import { commandOptions } from './options.ts'
import { parametersOf } from './parameters.ts'

const flag = (given: object) => commandOptions.safeParse({ flags: { it: given } })
const argument = (given: object) => commandOptions.safeParse({ arguments: { it: given } })

test('what is written in a file is read by its type [C-42]', () => {
  const read = commandOptions.parse({
    arguments: { count: { type: 'int', ge: '0', default: '3' } },
    flags: {
      share: { type: 'float', default: '0.5' },
      header: { type: 'bool', default: 'true' },
      code: { type: 'str', default: '007', help: ' A code. ' },
    },
  })
  expect(read).toEqual({
    arguments: { count: { type: 'int', ge: 0, default: 3 } },
    flags: {
      share: { type: 'float', default: 0.5 },
      header: { type: 'bool', default: true },
      code: { type: 'str', default: '007', help: 'A code.' },
    },
  })
  expect(commandOptions.parse({})).toEqual({ arguments: {}, flags: {} })
})

test('a flag is not called as an option of the program itself; an argument may be [C-42]', () => {
  for (const name of ['verbose', 'version']) {
    const given = { [name]: { type: 'str' } }
    expect(commandOptions.safeParse({ flags: given }).error?.issues[0]?.message).toContain(`its own --${name}`)
    expect(commandOptions.safeParse({ arguments: given }).success).toBe(true)
  }
})

test.each([
  ['a type that there is not', { type: 'date' }],
  ['a bound of a text', { type: 'str', ge: 1 }],
  ['values of a number', { type: 'int', values: ['one'] }],
  ['an enum without values', { type: 'enum' }],
  ['two values that are one member', { type: 'enum', values: ['on-hold', 'on_hold'] }],
  ['bounds with no room between them', { type: 'int', ge: 2, le: 1 }],
  ['a bound of an int that is none', { type: 'int', ge: 0.5 }],
  ['a default beyond its bounds', { type: 'int', le: 1, default: 2 }],
  ['a default of another type', { type: 'int', default: 'many' }],
  ['a default that is no finite number', { type: 'float', default: Number.POSITIVE_INFINITY }],
  ['a default that is none of the values', { type: 'enum', values: ['one'], default: 'two' }],
  ['a default that is no truth value', { type: 'bool', default: 'yes' }],
  ['an empty path', { type: 'path', default: '' }],
  ['a default that breaks the line', { type: 'str', default: 'two\nlines' }],
  ['a default with half a character', { type: 'str', default: '\ud800' }],
  ['a default that may be left out twice', { type: 'int', default: 1, optional: true }],
  ['a truth value that may be left out twice', { type: 'bool', optional: true }],
  ['help that breaks the line', { type: 'str', help: 'one\ntwo' }],
  ['help that speaks to the terminal', { type: 'str', help: '\u001b[31mred' }],
  ['help that says nothing', { type: 'str', help: '  ' }],
  ['help without end', { type: 'str', help: 'x'.repeat(201) }],
  ['a key that there is not', { type: 'str', short: 's' }],
])('%s is refused [N-01]', (_, given) => {
  expect(flag(given).success).toBe(false)
  expect(argument(given).success).toBe(false)
})

test.each(['class', 'Upper', '_private', 'two__underscores', 'a-hyphen', '1st', 'x'.repeat(31)])(
  '%s is no name of an argument or a flag [C-42]',
  name => {
    expect(commandOptions.safeParse({ arguments: { [name]: { type: 'str' } } }).success).toBe(false)
    expect(commandOptions.safeParse({ flags: { [name]: { type: 'str' } } }).success).toBe(false)
  },
)

test('a name that the function of a command uses itself is another inside of it [C-42]', () => {
  const read = commandOptions.parse({
    flags: { action: { type: 'str' }, format: { type: 'str' }, seed: { type: 'int' } },
  })
  expect(parametersOf(read, 'Convert').map(each => each.variable)).toEqual(['action_', 'format_', 'seed'])
})

test.each(['help', 'json', 'as_json', 'context', 'request', 'render', 'begin', 'typer', 'str'])(
  '%s is taken by every command already [C-42]',
  name => {
    expect(commandOptions.safeParse({ flags: { [name]: { type: 'str' } } }).success).toBe(false)
  },
)

const messages = (given: object): readonly string[] =>
  (commandOptions.safeParse(given).error?.issues ?? []).map(each => `${each.path.join('.')}: ${each.message}`)

test('arguments and flags must go together, and the reason says what is wrong [N-03]', () => {
  const text = { type: 'str' }
  expect(messages({ arguments: { it: text }, flags: { it: text } })).toEqual([
    'flags.it: An argument has this name already.',
  ])
  expect(messages({ arguments: { it: { type: 'bool' } } })).toEqual([
    'arguments.it.type: Nobody types a truth value by its place: make it a flag.',
  ])
  for (const first of [
    { type: 'str', optional: true },
    { type: 'int', default: 3 },
  ])
    expect(messages({ arguments: { first, second: text } })).toEqual([
      expect.stringMatching(/^arguments\.first: Only the last argument may be left out/),
    ])
  expect(messages({ flags: { cache: { type: 'bool', default: true }, no_cache: { type: 'bool' } } })).toEqual([
    'flags.no_cache: It is typed as --no-cache, which turns `cache` off already.',
  ])
  expect(messages({ flags: { cache: { type: 'bool' }, no_cache: { type: 'bool' } } })).toEqual([])
  const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`flag_${index}`, text]))
  expect(messages({ flags: many })).toEqual(['flags: A command has at most 40 arguments and flags.'])
})
