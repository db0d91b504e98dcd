import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('no component loses two points; naming one wins them back [C-31]', () => {
  expect(verdict(rule, view({ components: [] }))).toBe('lose 2')
  expect(verdict(rule, view({ components: [{}] }))).toBe('keep')
})
