import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('two parts with one sentence are pointed at, and cost nothing [C-31]', () => {
  expect(verdict(rule, view({ components: [{ does: 'Loads.' }, { does: 'Loads. ' }] }))).toBe('remark')
})

test('sentences of their own are fine, and so is a single part', () => {
  expect(verdict(rule, view({ components: [{ does: 'Reads.' }, { does: 'Stores.' }] }))).toBe('keep')
  expect(verdict(rule, view({ components: [{ does: 'Reads.' }] }))).toBe('keep')
})
