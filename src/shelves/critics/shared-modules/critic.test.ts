import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const components = [{}, {}]

test('parts that share a module lose a point; a module for each wins it back [C-31] [C-32]', () => {
  expect(verdict(rule, view({ components, files: ['src/p/__init__.py', 'src/p/all.py', 'tests/test_all.py'] }))).toBe(
    'lose 1',
  )
  expect(verdict(rule, view({ components, files: ['src/p/one.py', 'src/p/two.py'] }))).toBe('keep')
})

test('a single part may live anywhere', () => {
  expect(verdict(rule, view({ files: ['src/p/__init__.py'] }))).toBe('keep')
})
