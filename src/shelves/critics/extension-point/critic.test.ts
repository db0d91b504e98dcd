import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library without a door loses a point [C-32]', () => {
  expect(verdict(rule, view({ decisions: [] }))).toBe('lose 1')
})

test('a decision, a backbone’s extension or an interface wins it back [C-31]', () => {
  expect(verdict(rule, view({ decisions: decided('extension') }))).toBe('keep')
  expect(verdict(rule, view({ decisions: [], components: [{ extension: 'Pass a check.' }] }))).toBe('keep')
  expect(
    verdict(rule, view({ decisions: [], components: [{ kind: 'custom', interface: 'def f() -> int: ...' }] })),
  ).toBe('keep')
})

test('a program or a trial is not asked', () => {
  expect(verdict(rule, view({ decisions: [], intake: { purpose: 'cli' } }))).toBe('keep')
  expect(verdict(rule, view({ decisions: [], intake: { maturity: 'prototype', lifespan: 'short-term' } }))).toBe('keep')
})
