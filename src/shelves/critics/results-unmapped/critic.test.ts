import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const results = { errors: 'results' } as const

test('results in a service without a mapping: a point [C-21]', () => {
  expect(verdict(rule, view({ intake: service, architecture: results }))).toBe('lose 1')
})

test('exceptions, or a reason, win it back [C-31]', () => {
  const rationale = { errors: 'The edge maps each to a status code.' }
  expect(verdict(rule, view({ intake: service, architecture: { errors: 'exceptions' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: service, architecture: { ...results, rationale } }))).toBe('keep')
})

test('elsewhere it is only unusual', () => {
  expect(verdict(rule, view({ architecture: results }))).toBe('remark')
})
