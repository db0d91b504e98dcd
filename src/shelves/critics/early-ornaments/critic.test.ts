import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const intake = { purpose: 'prototype', maturity: 'prototype', lifespan: 'short-term' } as const

test('a trial with one ornament loses a point, with several two [C-32]', () => {
  expect(verdict(rule, view({ intake, features: { docs: 'sphinx' } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake, features: { docs: 'mkdocs', ui: 'vue', readme_languages: ['de'] } }))).toBe(
    'lose 2',
  )
})

test('without them it keeps all [C-31]', () => {
  expect(verdict(rule, view({ intake, features: { docs: 'markdown', ui: 'jinja' } }))).toBe('keep')
})

test('what others rely on may have them', () => {
  expect(verdict(rule, view({ features: { docs: 'sphinx', demo: 'tutorial', readme_languages: ['de'] } }))).toBe('keep')
})
