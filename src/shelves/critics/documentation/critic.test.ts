import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('three parts for others over years ask for more than a README', () => {
  expect(verdict(rule, view({ components: [{}, {}, {}] }))).toBe('remark')
  expect(verdict(rule, view({ components: [{}, {}, {}], features: { docs: 'markdown' } }))).toBe('keep')
})

test('one part does not', () => {
  expect(verdict(rule, view())).toBe('keep')
})
