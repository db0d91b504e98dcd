import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('tests that were decided and have no file lose; a file wins it back [C-31] [C-32]', () => {
  expect(verdict(rule, view({ files: ['src/plain/check.py'] }))).toBe('lose 2')
  expect(verdict(rule, view({ files: ['src/plain/check.py', 'plain/tests/test_check.py'] }))).toBe('keep')
  expect(verdict(rule, view({ files: ['src/plain/check.py', 'src/plain/check_test.py'] }))).toBe('keep')
})

test('a trial or a tool of one’s own loses less', () => {
  expect(
    verdict(rule, view({ files: ['src/plain/check.py'], intake: { maturity: 'prototype', lifespan: 'short-term' } })),
  ).toBe('lose 1')
  expect(verdict(rule, view({ files: ['src/plain/check.py'], intake: { users: ['personal'] } }))).toBe('lose 1')
})

test('no tests decided, none missing', () => {
  expect(verdict(rule, view({ files: ['src/plain/check.py'], architecture: { testing: 'none' } }))).toBe('keep')
})
