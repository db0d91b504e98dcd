import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const files = ['src/plain/check.py']

test('a library for others without an example is told so', () => {
  expect(verdict(rule, view({ features: { demo: 'none' }, files }))).toBe('remark')
})

test('a demonstration, or an example in the drawn tree, settles it', () => {
  expect(verdict(rule, view())).toBe('keep')
  expect(verdict(rule, view({ features: { demo: 'none' }, files: ['plain/examples/first.py'] }))).toBe('keep')
})

test('your own library needs none', () => {
  expect(verdict(rule, view({ features: { demo: 'none' }, files, intake: { users: ['personal'] } }))).toBe('keep')
})
