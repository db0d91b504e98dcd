import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a library that reads the environment is told of its host', () => {
  expect(verdict(rule, view({ architecture: { configuration: 'environment' } }))).toBe('remark')
})

test('a reason or another choice settles it; a program owns its environment', () => {
  const rationale = { configuration: 'Arguments override it.' }
  expect(verdict(rule, view({ architecture: { configuration: 'environment', rationale } }))).toBe('keep')
  expect(verdict(rule, view({ architecture: { configuration: 'files' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { purpose: 'cli' }, architecture: { configuration: 'environment' } }))).toBe(
    'keep',
  )
})
