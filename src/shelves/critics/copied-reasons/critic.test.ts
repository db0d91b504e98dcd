import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (errors: string, logging: string, testing: string) =>
  verdict(rule, view({ architecture: { rationale: { errors, logging, testing } } }))

test('one sentence for three places is asked about, for two it may be a reason [C-31]', () => {
  expect(of('We follow the platform.', 'we follow the platform', 'We follow the platform!')).toBe('remark')
  expect(of('We follow the platform.', 'We follow the platform.', 'Parts share values.')).toBe('keep')
  expect(of('', '', '')).toBe('keep')
})

test('decisions count with the reasons', () => {
  const decision = 'Excellence in everything.'
  const decisions = ['security', 'data', 'support'].map(topic => ({ topic, decision }))
  expect(verdict(rule, view({ decisions }))).toBe('remark')
})
