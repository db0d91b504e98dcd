import * as fc from 'fast-check'
import { parse as parseToml } from 'smol-toml'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { structuredText } from './structured.ts'

const scalar = fc.oneof(fc.string(), fc.integer({ min: -1e9, max: 1e9 }), fc.boolean())
const key = fc.string({ minLength: 1 }).filter(each => each !== '__proto__')
const table = fc.letrec(tie => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(scalar), tie('table')),
  table: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
})).table

test('what is printed reads back as what was composed, in all three formats [C-73]', () => {
  fc.assert(
    fc.property(table, value => {
      expect(parseToml(structuredText({ format: 'toml', value }))).toEqual(value)
      expect(parseYaml(structuredText({ format: 'yaml', value })) ?? {}).toEqual(value)
      expect(JSON.parse(structuredText({ format: 'json', value }))).toEqual(value)
    }),
  )
})

test('TOML keeps the order, breaks long lists and carries notes beside the items', () => {
  const value = {
    project: { name: 'x', authors: [{ name: 'Ada', email: 'ada@example.org' }] },
    tool: { ruff: { ignore: ['COM812'] }, list: { long: ['a'.repeat(60), 'b'.repeat(60)] } },
  }
  expect(
    structuredText({ format: 'toml', value, notes: { 'tool.ruff.ignore.COM812': 'why', 'tool.list': 'above' } }),
  ).toBe(
    `[project]
name = "x"
authors = [{ name = "Ada", email = "ada@example.org" }]

[tool.ruff]
ignore = [
    "COM812", # why
]

# above
[tool.list]
long = [
    "${'a'.repeat(60)}",
    "${'b'.repeat(60)}",
]
`,
  )
})

test('the head stands above as comments', () => {
  expect(structuredText({ format: 'yaml', value: { a: null, b: 1 }, head: ['Why.', ''] })).toBe(
    '# Why.\n#\n\na:\n\nb: 1\n',
  )
})
