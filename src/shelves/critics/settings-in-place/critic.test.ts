import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('what travels with a fixed file loses a point [C-30]', () => {
  for (const deployment of ['container', 'cloud', 'multiple', 'undecided'] as const)
    expect(verdict(rule, view({ intake: { ...service, deployment } }))).toBe('lose 1')
})

test('settings from outside, or a reason, win it back [C-31]', () => {
  for (const configuration of ['combination', 'environment', 'pydantic-settings'] as const)
    expect(verdict(rule, view({ intake: service, architecture: { configuration } }))).toBe('keep')
  const rationale = { configuration: 'The platform mounts it.' }
  expect(verdict(rule, view({ intake: service, architecture: { rationale } }))).toBe('keep')
})

test('what stays on one machine, and a library, may read a file', () => {
  expect(verdict(rule, view({ intake: { purpose: 'cli', deployment: 'local' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { deployment: 'multiple' } }))).toBe('keep')
})
