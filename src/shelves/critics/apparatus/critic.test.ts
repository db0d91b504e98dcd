import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const trial = { purpose: 'prototype', maturity: 'prototype', lifespan: 'short-term' } as const
const heavy = {
  configuration: 'pydantic-settings',
  logging: 'structlog',
  testing: 'comprehensive',
  rationale: {},
} as const

test('a trial under three heavy choices loses two points, under two one, under one none [C-32]', () => {
  expect(verdict(rule, view({ intake: trial, architecture: heavy }))).toBe('lose 2')
  expect(verdict(rule, view({ intake: trial, architecture: { ...heavy, testing: 'unit' } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: trial, architecture: { ...heavy, testing: 'unit', logging: 'stdlib' } }))).toBe(
    'remark',
  )
})

test('lighter choices or reasons win them back [C-31]', () => {
  const light = { configuration: 'environment', logging: 'minimal', testing: 'unit', rationale: {} } as const
  const rationale = { configuration: 'Tried here.', logging: 'Tried here.', testing: 'Tried here.' }
  expect(verdict(rule, view({ intake: trial, architecture: light }))).toBe('keep')
  expect(verdict(rule, view({ intake: trial, architecture: { ...heavy, rationale } }))).toBe('keep')
})

test('what others rely on for years may be heavy; a tool of one’s own may not', () => {
  expect(verdict(rule, view({ architecture: heavy }))).toBe('keep')
  const own = { purpose: 'cli', users: ['personal'], lifespan: 'medium-term' } as const
  expect(verdict(rule, view({ intake: own, architecture: heavy }))).toBe('lose 2')
})
