import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library that others may not freely build on is pointed out', () => {
  expect(verdict(rule, view({ project: { license: 'proprietary' } }))).toBe('remark')
  expect(verdict(rule, view({ project: { license: 'GPL-3.0-or-later' } }))).toBe('remark')
})

test('a permissive licence, and a program, are not', () => {
  expect(verdict(rule, view({ project: { license: 'Apache-2.0' } }))).toBe('keep')
  expect(verdict(rule, view({ project: { license: 'GPL-3.0-or-later' }, intake: { purpose: 'cli' } }))).toBe('keep')
})
