import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library with a server or a page loses a point for each [C-32]', () => {
  expect(verdict(rule, view({ features: { api: 'fastapi' } }))).toBe('lose 1')
  expect(verdict(rule, view({ features: { api: 'fastapi', ui: 'react' } }))).toBe('lose 2')
})

test('without them, or with the purpose that fits, it keeps all [C-31]', () => {
  expect(verdict(rule, view())).toBe('keep')
  expect(verdict(rule, view({ intake: service, features: { api: 'fastapi', ui: 'jinja' } }))).toBe('keep')
})
