import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const components = [{ kind: 'resource' }]

test('something is kept and nothing says where: a point, won back by the decision [C-31]', () => {
  expect(verdict(rule, view({ components }))).toBe('lose 1')
  expect(verdict(rule, view({ components, decisions: decided('data') }))).toBe('keep')
})

test('a trial hears of it; without a resource there is nothing to keep', () => {
  expect(verdict(rule, view({ components, intake: { maturity: 'prototype', lifespan: 'short-term' } }))).toBe('remark')
  expect(verdict(rule, view())).toBe('keep')
})
