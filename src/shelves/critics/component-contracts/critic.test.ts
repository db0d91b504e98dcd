import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const custom = { kind: 'custom' }
const stub = { kind: 'custom', interface: 'def f() -> int: ...' }

test('a custom component without a stub: a point, three: two [C-30]', () => {
  expect(verdict(rule, view({ components: [custom, stub] }))).toBe('lose 1')
  expect(verdict(rule, view({ components: [custom, custom, custom] }))).toBe('lose 2')
})

test('a stub or a backbone’s kind wins it back [C-31]', () => {
  expect(verdict(rule, view({ components: [stub, stub] }))).toBe('keep')
  expect(verdict(rule, view({ components: [{ kind: 'validator' }] }))).toBe('keep')
})
