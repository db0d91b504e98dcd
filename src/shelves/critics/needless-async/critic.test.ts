import { expect, test } from 'vitest'
import { service, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('an asynchronous library or program without a reason loses a point [C-30]', () => {
  expect(verdict(rule, view({ intake: { concurrency: 'async' } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { concurrency: 'async', purpose: 'cli' } }))).toBe('lose 1')
  expect(verdict(rule, view({ intake: { concurrency: 'mixed' } }))).toBe('remark')
})

test('sync, or the reason, wins it back [C-31]', () => {
  const rationale = { concurrency: 'Each run asks two hundred addresses.' }
  expect(verdict(rule, view({ intake: { concurrency: 'sync' } }))).toBe('keep')
  expect(verdict(rule, view({ intake: { concurrency: 'async' }, architecture: { rationale } }))).toBe('keep')
})

test('a service waits by nature', () => {
  expect(verdict(rule, view({ intake: service }))).toBe('keep')
})
