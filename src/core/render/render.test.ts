import { expect, test } from 'vitest'
import { md, py } from './escaped.ts'
import { sampleNames } from './names.ts'
import { type RenderContext, render } from './render.ts'

const names = sampleNames({
  package: 'schema_guard',
  pascal: 'SchemaGuard',
  env_prefix: 'SCHEMA_GUARD_',
  distribution: 'schema-guard',
  title: 'Schema Guard',
})
const choices = { errors: { chosen: 'results', ids: ['exceptions', 'results', 'mixed'] } }

const rendered = (text: string, context: Partial<RenderContext> = {}) =>
  render({ name: 'x.py', text }, { names, choices, slots: {}, loops: {}, ...context })
const fault = (text: string, context: Partial<RenderContext> = {}) => {
  const result = rendered(text, context)
  return typeof result === 'string' ? result : `${result.data.line}: ${result.data.reason}`
}

test('names become the real ones, alone and inside longer names', () => {
  expect(
    rendered('import my_package\nclass MyPackageError: ...\nMY_PACKAGE_LEVEL\ndef test_my_package_x(): ...\n'),
  ).toBe('import schema_guard\nclass SchemaGuardError: ...\nSCHEMA_GUARD_LEVEL\ndef test_schema_guard_x(): ...\n')
})

test('the longest name wins: a module may lie elsewhere', () => {
  const elsewhere = { ...names, 'my_package.my_errors': 'schema_guard.core.failures' }
  expect(rendered('from my_package.my_errors import E\nimport my_package.b\n', { names: elsewhere })).toBe(
    'from schema_guard.core.failures import E\nimport schema_guard.b\n',
  )
})

test('a sample name that nobody gave is refused with its line', () => {
  expect(fault('x = 1\nimport my_package.my_errors\n')).toBe('2: the name my_errors was not given')
  expect(fault('my_component()\n')).toBe('1: the name my_component was not given')
})

const region = (values: string) => `# tsq: if errors: ${values}\na\n# tsq: else\nb\n# tsq: end\n`

test('a region is kept when one of its values was chosen, else the other part', () => {
  expect(rendered(region('results, mixed'))).toBe('a\n')
  expect(rendered(region('exceptions'))).toBe('b\n')
})

test('regions nest', () => {
  const text = '# tsq: if errors: results\n# tsq: if errors: mixed\na\n# tsq: else\nb\n# tsq: end\n# tsq: end\n'
  expect(rendered(text)).toBe('b\n')
})

test('keys and values are held against the answers', () => {
  expect(fault('# tsq: if loging: stdlib\n# tsq: end\n')).toBe('1: the answer "loging" was not read')
  expect(fault('\n# tsq: if errors: result\n# tsq: end\n')).toContain('2: "result" is no answer to "errors"')
})

test('a slot replaces its sample lines at the indentation of the device', () => {
  expect(
    rendered('def f():\n    # tsq: slot body\n    pass\n    # tsq: end\n', { slots: { body: py.code('a\n\nb') } }),
  ).toBe('def f():\n    a\n\n    b\n')
})

test('what fills a slot is never read as a template', () => {
  const hostile = md.text('my_package\n# tsq: end')
  expect(rendered('# tsq: slot a\n# tsq: end\n', { slots: { a: hostile } })).toBe(`${hostile}\n`)
})

test('a block without lines takes one of the blank lines around it with it', () => {
  expect(rendered('a\n\n# tsq: slot s\nsample\n# tsq: end\n\nb\n', { slots: { s: [] } })).toBe('a\n\nb\n')
})

test.each([
  [0, ''],
  [1, 'x0 = 0\n'],
  [3, 'x0 = 0\nx1 = 1\nx2 = 2\n'],
])('a loop gives its lines once for each of %i items, with their own names and slots', (count, text) => {
  const items = Array.from({ length: count }, (_, index) => ({
    names: { my_name: `x${index}` },
    slots: { value: py.code(`x${index} = ${index}`) },
  }))
  expect(
    rendered('# tsq: each things\n# tsq: slot value\nmy_name = 0\n# tsq: end\n# tsq: end\n', {
      loops: { things: items },
    }),
  ).toBe(text)
})

test('what is not given and what is not used are both refused', () => {
  expect(fault('# tsq: slot a\n# tsq: end\n')).toBe('1: the slot "a" was not given')
  expect(fault('# tsq: each a\n# tsq: end\n')).toBe('1: the loop "a" was not given')
  expect(fault('x\n', { slots: { a: [] } })).toContain('the slot "a" was given')
  expect(fault('x\n', { loops: { a: [] } })).toContain('the loop "a" was given')
})

test.each([
  ['x = 1  # tsq: if errors: results', 'whole line'],
  ['# tsq: wenn errors: results', 'is no device'],
  ['# tsq: if errors: results', 'never closed'],
  ['# tsq: end', 'closes nothing'],
  ['# tsq: else', 'belongs to no'],
  ['# tsq: if errors: results\n# tsq: else\n# tsq: else\n# tsq: end', 'belongs to no'],
  ['# tsq: slot a\n# tsq: each b\n# tsq: end', 'sample lines only'],
])('a device that is none is refused, not kept as text: %j', (text, reason) => {
  expect(fault(`${text}\n`)).toContain(reason)
})

test('Markdown has its own comment for devices', () => {
  expect(rendered('<!-- tsq: if errors: exceptions -->\na\n<!-- tsq: else -->\nb\n<!-- tsq: end -->\n')).toBe('b\n')
})
