import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a component without a sentence loses [C-31]', () => {
  expect(verdict(rule, view({ components: [{ name: 'core', does: 'tbd' }] }))).toBe('lose 1')
  expect(verdict(rule, view({ components: [{ name: 'core', does: 'Checks rows.' }] }))).toBe('keep')
})
