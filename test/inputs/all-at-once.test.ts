import { afterAll, expect, test } from 'vitest'
import type { KnownError } from '../../src/base/errors/known-error.ts'
import { wordsOf } from '../../src/base/errors/known-error.ts'
import { errorLines } from '../../src/doors/cli/print-error.ts'
import { sampleText } from '../product/product.ts'
import { taking } from './taking.ts'

const place = taking()
afterAll(place.remove)

const plain = (text: string) => text
const style = { bold: plain, dim: plain, red: plain, green: plain, yellow: plain, cyan: plain }
const orders = sampleText('orders-api')
const refused = async (text: string): Promise<KnownError> => {
  place.write(text)
  const error = await place.read()
  if (error === 'taken') throw new Error('it was taken')
  return error
}
const all = (error: KnownError): readonly KnownError[] => [error, ...error.others]
const saidOf = (error: KnownError): string => {
  const { what, why, todo } = wordsOf(error.code)
  return `${what(error.data)} | ${why(error.data)} | ${todo(error.data)}`
}

test('what is wrong in a component’s options is told like any other answer: what was written, the choices, the nearest [C-42] [N-01]', async () => {
  const error = await refused(
    orders
      .replace('type: str, min_length: 1, max_length: 80', 'type: boool, min_length: x, max_len: 80')
      .replace('total_cents', 'Total'),
  )
  const [type = '', length = '', key = '', name = ''] = all(error).map(saidOf)
  expect(type).toContain('fields.shop.type: "boool" is not a choice')
  expect(type).toContain('one of str, int, float, bool,')
  expect(type).toContain('Write "bool" (nearest), or see `trysquare explain resource`')
  expect(length).toContain('fields.shop.min_length: "x" where a number belongs')
  expect(key).toContain('fields.shop.max_len: there is no such key')
  expect(key).toContain('Write "max_length" (nearest)')
  expect(name).toContain('"Total" cannot be used | A field is named in lower case')
  expect(all(error)).toHaveLength(4)
  expect(all(error).map(saidOf).join('\n')).not.toMatch(/Invalid option|Unrecognized key/)
})

test('a number of an option is held against its bounds, and repeated [C-42] [N-01]', async () => {
  const error = await refused(orders.replace('max_length: 80', 'max_length: 0'))
  expect(saidOf(error)).toContain('max_length: "0" cannot be used | It must be at least 1.')
})

test('every fault of a file is told in one reading: of shapes, components, kinds and options [N-01]', async () => {
  const error = await refused(
    orders
      .replace('lifespan:', 'lifespam:')
      .replace(', email: author@example.org', '')
      .replace('deployment: container', 'deployment: cloud')
      .replace('kind: resource', 'kind: resource\n    colour: red')
      .replace('max_length: 80', 'max_len: 80')
      .replace('features:', '  - {name: part, kind: validater, does: It checks.}\nfeatures:'),
  )
  expect(all(error).map(each => [each.code, (each.data as { path: string }).path])).toEqual([
    ['TSQ-ANSWERS-KEY', 'intake.lifespam'],
    ['TSQ-ANSWERS-SHAPE', 'project.authors[0].email'],
    ['TSQ-ANSWERS-KEY', 'components[0].colour'],
    ['TSQ-UNDELIVERED', 'intake.deployment'],
    ['TSQ-ANSWERS-KEY', 'components[0].options.fields.shop.max_len'],
    ['TSQ-ANSWERS-VALUE', 'components[1].kind'],
  ])
})

test('components that cannot be read keep their numbers, and hide nothing of those behind them [N-01]', async () => {
  const error = await refused(
    orders.replace('components:', 'components:\n  - {kind: validator}').replace('max_length: 80', 'max_len: 80'),
  )
  expect(all(error).map(each => (each.data as { path: string }).path)).toEqual([
    'components[0].name',
    'components[0].does',
    'components[1].options.fields.shop.max_len',
  ])
})

test('each of them comes with its remedy, short, on the screen [N-01] [Q-20]', async () => {
  const error = await refused(
    orders
      .replace('lifespan: long-term', 'lifespan: for ever')
      .replace('dependencies: uv', 'dependencies: potery')
      .replace('errors: exceptions', 'errors: exeptions')
      .replace(', email: author@example.org', ''),
  )
  const shown = errorLines(error, style, 80).join(' ').replaceAll(/\s+/g, ' ')
  expect(shown).toContain(
    'Also project.authors[0].email is missing (line 16). Write an address such as ada@example.org.',
  )
  expect(shown).toContain('"potery" is not a choice (line 18). Write uv.')
  expect(shown).toContain(
    '"exeptions" is not a choice (line 20). Write "exceptions" (nearest), or another of exceptions',
  )
})
